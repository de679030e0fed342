import { DEPARTMENT_CODES } from './departments.js';
import { defineEvent } from './event-type.js';
import { calendarDate, flag, group, list, sealedText, text } from './fields.js';

/** 规则集启用. */
export const ruleSetActivated = defineEvent({
  type: 'RuleSetActivated',
  title: { zh: '规则集启用', en: 'Rule set activated' },
  articles: [18, 21],
  streams: ['division'],
  owners: DEPARTMENT_CODES,
  privacy: 'P0',
  mayBeFuture: true,
  data: group({
    rulesetVersion: text(80),
    entitlementCodes: list(text(80)),
    policyDocNo: text(200).exactOptional(),
    from: calendarDate().exactOptional(),
    to: calendarDate().exactOptional(),
    /** Over rules, parameters' declarations and the dated division table. */
    codeHash: text(128),
    approvedBy: list(sealedText(100)).exactOptional(),
  }),
});

/** 参数发布. `effectiveOn` is `validFrom`, often long before it became known; the value is text, whatever its unit. */
export const parameterSet = defineEvent({
  type: 'ParameterSet',
  title: { zh: '参数发布', en: 'Parameter set' },
  articles: [18, 21],
  streams: ['division'],
  owners: DEPARTMENT_CODES,
  privacy: 'P0',
  mayBeFuture: true,
  data: group({
    parameterId: text(120),
    value: text(200),
    /** `yuan/month`, `year`, `m2/person`, `enum`, … */
    unit: text(40),
    validFrom: calendarDate(),
    /** Exclusive. */
    validTo: calendarDate().exactOptional(),
    sourceDocNo: text(400).exactOptional(),
    publishedOn: calendarDate().exactOptional(),
    /** Not verified where it is silent. */
    verified: flag().exactOptional(),
  }),
});
