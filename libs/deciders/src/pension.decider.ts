/** 养老待遇: pensions begin and end; nobody draws two. */
import { addYears, day, END } from '@ledger/time';
import type { InsuranceScheme, StreamName } from '@ledger/vocabulary';
import type { Decider } from './decider.js';
import { numberOn } from './figures.js';
import type { Knowledge } from './knowledge.js';
import { mirrorObjection } from './mirrored-dates.js';
import { openDuring, openOn, openPeriods, type OpenPeriod } from './open.js';
import { refuse } from './proposal.js';

const PENSION_SCHEMES = [
  'RES_PENSION',
  'EMP_PENSION',
  'GOV_PENSION',
] as const satisfies readonly InsuranceScheme[];

/** Every pension drawn, of each scheme for itself. */
export function openPensions(
  known: Knowledge,
  stream: StreamName,
): readonly OpenPeriod<'PensionBenefitStarted'>[] {
  return PENSION_SCHEMES.flatMap((scheme) => pensionsOf(known, stream, scheme));
}

function pensionsOf(
  known: Knowledge,
  stream: StreamName,
  scheme: InsuranceScheme,
): readonly OpenPeriod<'PensionBenefitStarted'>[] {
  return openPeriods(
    known.known(stream),
    'PensionBenefitStarted',
    'PensionBenefitEnded',
    ({ data }) => data.scheme === scheme,
  );
}

/** What an old payroll brings in by import stands beside the other pension and is shown as `C-DOUBLE-PENSION`. */
export const pensionBenefitStarted: Decider<'PensionBenefitStarted'> = {
  content: (event) => {
    const pays = (PENSION_SCHEMES as readonly string[]).includes(event.data.scheme);
    return pays ? mirrorObjection(event) : refuse('UNKNOWN_CODE', 'scheme', 'noPensionScheme');
  },
  standing: (event, known) => {
    const { stream, effectiveUntil, confidence } = event;
    if (isTooYoung(event, known)) return refuse('CONDITION_NOT_MET', 'firstMonth', 'pensionAge');
    if (confidence === 'imported') return undefined;
    const until = effectiveUntil === undefined ? END : day(effectiveUntil);
    return openDuring(openPensions(known, stream), day(event.effectiveOn), until)
      ? refuse('ALREADY_IN_FORCE', 'scheme', 'otherPension')
      : undefined;
  },
};

/** 国发〔2014〕8号: the birthday lies before the first month that is paid. */
function isTooYoung(
  { stream, effectiveOn, data }: Parameters<NonNullable<typeof pensionBenefitStarted.standing>>[0],
  known: Knowledge,
): boolean {
  if (data.scheme !== 'RES_PENSION') return false;
  const firstDay = day(effectiveOn);
  const age = numberOn(known, 'pension.resident.age', firstDay, data.payerDivision);
  return age !== undefined && addYears(known.birthOf(stream), age) >= firstDay;
}

export const pensionBenefitEnded: Decider<'PensionBenefitEnded'> = {
  standing: ({ stream, effectiveOn, data: { scheme } }, known) =>
    openOn(pensionsOf(known, stream, scheme), day(effectiveOn))
      ? undefined
      : refuse('NOT_IN_FORCE', 'scheme', 'noPension'),
};
