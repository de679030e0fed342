/** What each refusal says to the person who is refused: what is wrong, and what to do. */
import type { RefusalCode } from './refusal.js';
import type { Title } from './title.js';

export const REFUSAL_MESSAGES = {
  UNKNOWN_SUBJECT: {
    zh: '台账中没有这个对象。请先建档（人员建档或立户），或核对编号后重报。',
    en: 'The ledger does not know this subject. Register the person or household first, or check the id and send again.',
  },
  DUPLICATE_PERSON: {
    zh: '该身份证号已有档案。请使用已有档案，或提交重复档案合并。',
    en: 'Somebody with this identity is registered already. Use that record, or have the two records merged.',
  },
  INVALID_NATIONAL_ID: {
    zh: '公民身份号码不符合GB 11643（位数、出生日期或校验码有误）。请对照证件更正后重报。',
    en: 'The national ID number breaks GB 11643 (length, birth date or check character). Compare it with the card and send again.',
  },
  UNKNOWN_DIVISION: {
    zh: '该行政区划代码在生效日不存在。请使用当日有效的GB/T 2260代码。',
    en: 'There is no division with this code on the effective date. Use the GB/T 2260 code that was valid on that day.',
  },
  UNKNOWN_CODE: {
    zh: '该值不在代码表内。请从代码表中选用。',
    en: 'The value is not in its code list. Choose one that is.',
  },
  MISSING_FIELD: {
    zh: '缺少必填项。请补填后重报。',
    en: 'A required field is missing. Add it and send again.',
  },
  INVALID_FIELD: {
    zh: '字段的写法不对。请按要求的格式填写后重报。',
    en: 'A field is not written as it should be. Correct its form and send again.',
  },
  MALFORMED: {
    zh: '这不是一条完整的事件（JSON有误或被截断）。请导出完整的一行后重报。',
    en: 'This is not an event: bad JSON, or cut short. Export the whole line and send again.',
  },
  TOO_LARGE: {
    zh: '内容超过允许的大小。请拆分，或把附件只以编号引用。',
    en: 'This is larger than allowed. Split it, or refer to documents by reference only.',
  },
  UNKNOWN_TYPE: {
    zh: '没有这种事件。请使用事件目录中的名称（ledger catalogue）。',
    en: 'There is no such event type. Use a name from the catalogue (ledger catalogue).',
  },
  UNKNOWN_FIELD: {
    zh: '这种事件没有该字段。请删去，或改用目录中的字段名。',
    en: 'This event has no such field. Remove it, or use the name from the catalogue.',
  },
  INVALID_PERIOD: {
    zh: '截止日必须晚于起始日。请更正日期后重报。',
    en: 'The end must lie after the beginning. Correct the dates and send again.',
  },
  EFFECTIVE_BEFORE_BIRTH: {
    zh: '生效日早于出生日期。请更正生效日，或先更正出生日期。',
    en: 'It takes effect before the birth. Correct the date, or correct the birth date first.',
  },
  EFFECTIVE_AFTER_DEATH: {
    zh: '生效日晚于死亡日期。请更正生效日；死亡登记有误的，先作废或更正。',
    en: 'It takes effect after the death. Correct the date; if the death is wrong, void or correct it first.',
  },
  EFFECTIVE_IN_FUTURE: {
    zh: '这种事件不能预先登记。请在生效日当天或之后报送。',
    en: 'This cannot be recorded ahead of its day. Send it on the effective date or later.',
  },
  NOT_IN_FORCE: {
    zh: '该日缺少前提（申请、参保、协议、成员资格等）。请先报送前提事件，或更正日期。',
    en: 'Something that it needs is not in force on that day. Record that first, or correct the date.',
  },
  ALREADY_IN_FORCE: {
    zh: '该日已有同样的记录在生效。请先报送其终止，或更正原记录。',
    en: 'The same is in force already on that day. Record its end first, or correct the earlier event.',
  },
  CONDITION_NOT_MET: {
    zh: '不符合法定的年龄、期限、通知期或数量条件。请核对条件和日期。',
    en: 'An age, a duration, a notice period, a deadline or a count is not met. Check the condition and the dates.',
  },
  AMOUNTS_DO_NOT_ADD_UP: {
    zh: '金额、面积或指标不相符。请核对各项与合计后重报。',
    en: 'The amounts, areas or quotas do not add up. Check the parts and the total and send again.',
  },
  LAND_RIGHTS_CONDITION: {
    zh: '不得以放弃土地承包权、宅基地使用权、集体收益分配权作为落户的条件（第十六条）。请撤销该条件；本次要求已留痕。',
    en: 'Giving up contracted land, homestead or collective income must not be a condition of settling (art. 16). Drop the condition; the demand has been recorded.',
  },
  WITHDRAWAL_NOT_VOLUNTARY: {
    zh: '退出须出于自愿，并经每位成年权利人同意。请取得书面同意后重报。',
    en: 'Giving up a right must be voluntary, with the consent of every adult right-holder. Obtain it in writing and send again.',
  },
  WITHDRAWAL_NOT_COMPENSATED: {
    zh: '退出须有偿，且补偿付清后才能继续。请先落实补偿。',
    en: 'Giving up a right must be compensated, and paid in full first. See to the compensation first.',
  },
  PAPER_DEMANDED: {
    zh: '第九条已取消该纸质材料。请不要索取，按电子流程办理。',
    en: 'Article 9 abolished this paper. Do not ask for it; use the electronic procedure.',
  },
  PAYMENT_BEFORE_DECISION: {
    zh: '该期间没有生效的决定。请先作出决定，再发放。',
    en: 'No decision covers this period. Decide first, then pay.',
  },
  HUMAN_DECISION_REQUIRED: {
    zh: '拒绝和终止须由工作人员作出。请由有权人员决定后重报。',
    en: 'A refusal or termination must be made by a human. Have an officer decide and send again.',
  },
  REASON_REQUIRED: {
    zh: '决定须说明理由。请补充理由后重报。',
    en: 'A decision needs its reasons. State them and send again.',
  },
  PRIVATE_PERSON: {
    zh: '不得公开曝光个人。请只公开机关或单位。',
    en: 'A private person must not be published. Name only a public body.',
  },
  UNKNOWN_EVENT: {
    zh: '本流中没有所指的事件。请核对事件编号和对象。',
    en: 'This stream has no such event. Check the event id and the subject.',
  },
  ALREADY_VOIDED: {
    zh: '该事件已作废。如作废有误，请撤销作废。',
    en: 'The event is voided already. If that was wrong, reverse the voiding.',
  },
  CANNOT_BE_VOIDED: {
    zh: '已作出的决定和支付不能作废。请另行变更决定或登记退回。',
    en: 'A decision or payment cannot be un-happened. Change the decision or record the return.',
  },
  NOT_OWNER: {
    zh: '该部门不是此类事实的主管部门。请由主管部门报送。',
    en: 'This department does not own this fact. Have the department that owns it send it.',
  },
  IDEMPOTENCY_MISMATCH: {
    zh: '同一编号已用于另一内容。新事件请使用新编号；要修改请提交更正。',
    en: 'This id was used with other content. Give a new event a new id; to change one, send a correction.',
  },
  CONCURRENT_CHANGE: {
    zh: '同一对象刚被他人修改。请稍后用同一编号重试。',
    en: 'Somebody changed the same subject meanwhile. Try again with the same id.',
  },
  FORBIDDEN: {
    zh: '您没有办理此事的权限。请由有权人员办理。',
    en: 'You may not do this. Ask somebody who may.',
  },
  OUT_OF_JURISDICTION: {
    zh: '不属于您的辖区。请由有管辖权的地区办理。',
    en: 'This lies outside your division. Have the competent division do it.',
  },
  NOT_YET_PROJECTED: {
    zh: '数据正在更新，尚不能按此时点回答。请稍后重试。',
    en: 'The read models have not reached this position yet. Try again shortly.',
  },
  UNAVAILABLE: {
    zh: '服务暂时不可用。请稍后用同一编号重试。',
    en: 'The service is not available. Try again later with the same id.',
  },
} as const satisfies Readonly<Record<RefusalCode, Title>>;
