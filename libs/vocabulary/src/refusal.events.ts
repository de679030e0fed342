import { defineEvent } from './event-type.js';
import { group, oneOf, text, whole } from './fields.js';
import { REFUSAL_CODES } from './refusal.js';

const LAST_ARTICLE = 21;

/** 违法要求拒绝记录: the trace of an unlawful demand that the ledger refused. It changes no fact. */
export const refusalRecorded = defineEvent({
  type: 'RefusalRecorded',
  title: { zh: '违法要求拒绝记录', en: 'Refusal recorded' },
  articles: [16, 18, 20],
  streams: ['person', 'household'],
  owners: [],
  privacy: 'P1',
  data: group({
    code: oneOf(...REFUSAL_CODES),
    article: whole(1, LAST_ARTICLE),
    attemptedType: text(80),
    /** The department, and the officer's token where one was given; never a name. */
    attemptedBy: text(120),
  }),
});
