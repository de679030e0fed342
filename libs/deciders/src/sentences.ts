/** What the deciders say beyond the general sentence of a refusal's code: which condition, and what to do. */
import type { Title } from '@ledger/vocabulary';

export const SENTENCES = {
  wrongStream: {
    zh: '这种事件不能记在这类对象下。请核对对象。',
    en: 'An event of this type is not about such a subject. Check the subject.',
  },
  personUnknown: {
    zh: '所指人员尚未建档。请先建档，或核对编号后重报。',
    en: 'The person named here is not registered. Register the person first, or check the id.',
  },
  householdUnknown: {
    zh: '所指家庭尚未立户。请先立户，或核对编号后重报。',
    en: 'The household named here is not established. Establish it first, or check the id.',
  },
  decisionUnknown: {
    zh: '台账中没有所依据的决定。请先报送决定，或删去编号。',
    en: 'The decision relied on is not in the ledger. Record it first, or leave the id out.',
  },
  alreadyRegistered: {
    zh: '该对象已建档。内容有误的，请提交更正。',
    en: 'This subject is registered already. If its content is wrong, send a correction.',
  },
  datesDiffer: {
    zh: '生效日与内容中的日期不一致。请改为同一天。',
    en: 'The effective date and the date in the payload differ. Make them the same day.',
  },
  alreadyDead: {
    zh: '该人员已登记死亡。日期有误的，请更正原登记。',
    en: 'The death is recorded already. If its date is wrong, correct that event.',
  },
  certificateUnknown: {
    zh: '所变更的残疾人证不在该人员档案中。请核对事件编号。',
    en: 'This person has no such certificate to change. Check the event id.',
  },
  noCertificate: {
    zh: '该日没有有效的残疾人证。请核对日期，或先报送核发。',
    en: 'No disability certificate is in force on that day. Check the date, or record the certificate first.',
  },
  householdKind: {
    zh: '家庭类别不符。请使用相应类别家庭的编号。',
    en: 'The household is of another kind. Use the id of a household of the kind that this event is about.',
  },
  memberElsewhere: {
    zh: '该人员此时是另一同类家庭的成员。请先报送其离开。',
    en: 'The person is a member of another household of this kind at that time. Record the leaving first.',
  },
  memberAlready: {
    zh: '该人员已是本户成员，且关系未变。请勿重复报送。',
    en: 'The person is a member already, with the same relation. There is nothing to record.',
  },
  notAMember: {
    zh: '该人员该日不是本户成员。请核对人员和日期。',
    en: 'The person is not a member of this household on that day. Check the person and the date.',
  },
  authorisation: {
    zh: '经济状况核对须有书面授权（社会救助暂行办法第五十八条）。请在evidence中列明AUTHORISATION。',
    en: 'An economy check needs the signed authorisation (社会救助暂行办法 art. 58). Name it in evidence, kind AUTHORISATION.',
  },
  registeredPoorAlready: {
    zh: '该户已建档立卡。返贫请报送返贫标注。',
    en: 'This household is in the register already. If it is poor again, record the return.',
  },
  notRegisteredPoor: {
    zh: '该日没有可标注的建档立卡状态。请核对日期，或先报送前一状态。',
    en: 'The register has no status on that day from which this could follow. Check the date, or record the earlier status.',
  },
  notATown: {
    zh: '进城登记的城乡分类须为城镇（1开头）。请核对城乡分类代码。',
    en: 'An arrival is in a town: the urban-rural class begins with 1. Check the class.',
  },
  noUrbanResidence: {
    zh: '该日没有城镇居住登记。请核对日期，或先报送进城登记。',
    en: 'No urban residence is in force on that day. Check the date, or record the arrival first.',
  },
  halfAYear: {
    zh: '在该城市居住未满规定期限（居住证暂行条例第二条）。请核对到达日期和城市。',
    en: 'The stay in that city is shorter than a permit needs (居住证暂行条例 art. 2). Check the arrival and the city.',
  },
  appealInfo: {
    zh: '不予批准须告知救济途径（appealInfo为true）。请告知后重报。',
    en: 'A rejection must say how to appeal (appealInfo true). Inform the applicant, then send again.',
  },
  noApplication: {
    zh: '没有待办的户口迁移申请。请先报送申请。',
    en: 'There is no open application for a hukou transfer. Record the application first.',
  },
  rightForHukou: {
    zh: '不得因户口迁移终止农村权益（第十六条）。请撤销；本次要求已留痕。',
    en: 'A rural right must not end because of a hukou move (art. 16). Drop it; the demand has been recorded.',
  },
  workingAge: {
    zh: '未满法定就业年龄（劳动法第十五条）。请核对出生日期和生效日。',
    en: 'Below the age at which work is lawful (劳动法 art. 15). Check the birth date and the first working day.',
  },
  uscc: {
    zh: '统一社会信用代码的校验位有误（GB 32100）。请对照执照更正。',
    en: 'The credit code breaks GB 32100. Compare it with the licence.',
  },
  whichEmployment: {
    zh: '有多项在职就业。请用startedEventId指明终止哪一项。',
    en: 'Several employments are open. Say with startedEventId which one ended.',
  },
  noEmployment: {
    zh: '该日没有在职就业。请核对日期，或先报送就业登记。',
    en: 'No employment is open on that day. Check the date, or record its start first.',
  },
  employmentUnknown: {
    zh: '该人员没有这项就业登记。请核对startedEventId。',
    en: 'This person has no such employment. Check startedEventId.',
  },
  atSchool: {
    zh: '该日已有在读学籍。转学请先报送离校。',
    en: 'The pupil is enrolled already on that day. For a transfer, record the leaving first.',
  },
  notAtSchool: {
    zh: '该日没有在读学籍。请核对日期，或先报送入学。',
    en: 'No school enrolment is open on that day. Check the date, or record the enrolment first.',
  },
  enrolmentAge: {
    zh: '未满城乡居民养老保险参保年龄（国发〔2014〕8号）。请核对出生日期和参保日。',
    en: 'Below the age of the residents’ pension scheme (国发〔2014〕8号). Check the birth date and the day.',
  },
  studentEnrolment: {
    zh: '在校学生不参加城乡居民养老保险（国发〔2014〕8号）。请在离校后参保。',
    en: 'A student does not join the residents’ pension scheme (国发〔2014〕8号). Enrol after school is left.',
  },
  pensionerEnrolment: {
    zh: '已领取其他基本养老待遇，不能参加城乡居民养老保险。',
    en: 'Somebody who draws another basic pension does not join the residents’ scheme.',
  },
  notEnrolled: {
    zh: '所缴期间未参保。请先报送参保登记，或更正期间。',
    en: 'The person is not enrolled in the scheme for this period. Record the enrolment first, or correct the period.',
  },
  noParticipation: {
    zh: '该日没有该险种的参保关系。请核对险种和日期。',
    en: 'There is no participation in this scheme on that day. Check the scheme and the date.',
  },
  yearPaidAlready: {
    zh: '该年度同一缴费主体已有缴费记录。内容有误的，请更正原记录。',
    en: 'The same payer’s contribution for this year is recorded already. If it is wrong, correct that event.',
  },
  surrender: {
    zh: '职工养老保险在达到法定退休年龄前不得退保（国办发〔2009〕66号第三条）。请改为保留关系。',
    en: 'The employees’ pension cannot be surrendered before the age of retirement (国办发〔2009〕66号 art. 3). Keep the participation.',
  },
  noPensionScheme: {
    zh: '该险种没有养老待遇。请填写养老保险险种。',
    en: 'This scheme pays no pension. Give a pension scheme.',
  },
  pensionAge: {
    zh: '首次领取月之前未满领取年龄（国发〔2014〕8号）。请核对出生日期和firstMonth。',
    en: 'The age of the pension is not reached before its first month (国发〔2014〕8号). Check the birth date and firstMonth.',
  },
  otherPension: {
    zh: '已有在发的基本养老待遇，不得重复领取。请先报送其终止。',
    en: 'Another basic pension is being drawn, and nobody draws two. Record its end first.',
  },
  noPension: {
    zh: '该日没有该险种在发的养老待遇。请核对险种和日期。',
    en: 'No pension of this scheme is being drawn on that day. Check the scheme and the date.',
  },
  statusSubject: {
    zh: '这种身份不记在这类对象下：低保、低收入、零就业家庭记在家庭，其余记在个人。',
    en: 'This status belongs to the other kind of subject: dibao, low income and zero employment to a household, the rest to a person.',
  },
  tekunAndDibao: {
    zh: '同一人不能同时为特困人员和低保对象。请先终止其一，或调整低保人口。',
    en: 'Nobody is in extreme difficulty and a dibao recipient at once. End one first, or take the person out of the dibao count.',
  },
  childAge: {
    zh: '已满规定年龄，不能认定为孤儿或事实无人抚养儿童。请核对出生日期。',
    en: 'The age up to which a child has this status is over. Check the birth date.',
  },
  tekunGround: {
    zh: '特困人员须为老年人、残疾人或未成年人（社会救助暂行办法第十四条）。请先报送残疾人证，或核对出生日期。',
    en: 'Extreme difficulty is for the old, the disabled and minors (社会救助暂行办法 art. 14). Record the disability certificate first, or check the birth date.',
  },
  noStatus: {
    zh: '该日没有该项身份。请核对种类和日期。',
    en: 'No status of this kind is in force on that day. Check the kind and the date.',
  },
  rentalHeld: {
    zh: '该户已承租公租房。请先报送退出。',
    en: 'The household holds a public rental already. Record its vacating first.',
  },
  noRental: {
    zh: '该日没有在租的公租房。请核对日期。',
    en: 'The household holds no public rental on that day. Check the date.',
  },
  rightSubject: {
    zh: '承包地、宅基地记在承包农户，集体成员身份记在个人。请核对对象。',
    en: 'Contracted land and homestead stand with the land-contract household, membership with the person. Check the subject.',
  },
  rightEnded: {
    zh: '该项权益此前已终止。请核对日期。',
    en: 'This right has ended already. Check the date.',
  },
  returnNotice: {
    zh: '自愿交回承包地须提前书面通知（农村土地承包法第三十条）。请按通知期限确定生效日。',
    en: 'Returning contracted land needs written notice long enough before (农村土地承包法 art. 30). Let the notice period pass.',
  },
  noticeMissing: {
    zh: '自愿交回承包地须写明书面通知日期noticeOn（农村土地承包法第三十条）。',
    en: 'Returning contracted land needs noticeOn, the day of the written notice (农村土地承包法 art. 30).',
  },
  exitAgreement: {
    zh: '宅基地有偿退出须先有退出协议。请先报送协议，并填写agreementEventId。',
    en: 'Giving up a homestead needs the exit agreement first. Record it, and name it in agreementEventId.',
  },
  parameterValue: {
    zh: '参数值与单位不符：元、平方米、年月日等单位须为十进制数，flag须为true或false。',
    en: 'The value does not fit its unit: yuan, m2, years, months and days take a decimal number, a flag true or false.',
  },
  notCorrectable: {
    zh: '更正、作废和留痕记录不能再更正。请作废后重报。',
    en: 'Amendments and traces are not corrected. Void it and send a new one.',
  },
  nothingChanged: {
    zh: '更正没有写明改动的字段。请在data中填写新值。',
    en: 'The correction changes nothing. Put the new values into data.',
  },
  notAVoiding: {
    zh: '所指事件不是生效中的作废。请核对事件编号。',
    en: 'The event is not a voiding in force. Check the event id.',
  },
  reinstated: {
    zh: '该对象此后已重新建档，不能恢复原建档。请先作废新建档。',
    en: 'The subject has been registered anew since. Void the new registration first.',
  },
} as const satisfies Readonly<Record<string, Title>>;

export type Sentence = keyof typeof SENTENCES;
