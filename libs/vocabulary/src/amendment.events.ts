import { DEPARTMENT_CODES } from './departments.js';
import { STREAM_KINDS } from './envelope.js';
import { defineEvent } from './event-type.js';
import { calendarDate, eventId, free, group, oneOf, sealedText } from './fields.js';

/** 更正: it happened, but the content was wrong. `data` are the fields that change, judged by the target's schema. */
export const eventCorrected = defineEvent({
  type: 'EventCorrected',
  title: { zh: '更正', en: 'Event corrected' },
  articles: [19],
  streams: STREAM_KINDS,
  owners: DEPARTMENT_CODES,
  privacy: 'P2',
  data: group({
    corrects: eventId(),
    data: free(),
    /** The corrected event's new `effectiveOn`. */
    effectiveOn: calendarDate().exactOptional(),
    reason: sealedText(),
  }),
});

/** 作废: it never happened. */
export const eventVoided = defineEvent({
  type: 'EventVoided',
  title: { zh: '作废', en: 'Event voided' },
  articles: [19],
  streams: STREAM_KINDS,
  owners: DEPARTMENT_CODES,
  privacy: 'P2',
  data: group({
    voids: eventId(),
    reason: sealedText(),
    ground: oneOf(
      'WRONG_PERSON',
      'DUPLICATE',
      'NEVER_HAPPENED',
      'FRAUD',
      'DECLARATION_REVOKED',
    ).exactOptional(),
  }),
});

/** 撤销作废. */
export const voidingReversed = defineEvent({
  type: 'VoidingReversed',
  title: { zh: '撤销作废', en: 'Voiding reversed' },
  articles: [19],
  streams: STREAM_KINDS,
  owners: DEPARTMENT_CODES,
  privacy: 'P2',
  data: group({
    reverses: eventId(),
    reason: sealedText(),
  }),
});
