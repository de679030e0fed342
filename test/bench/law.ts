/**
 * The law that a bench ledger knows: the rule set and the built-in figures, and made-up ones where the province and its
 * cities have published none (`parameters.md` leaves them open), so that every rule of the slice comes to an outcome.
 */
import { createHash } from 'node:crypto';
import { DIVISIONS } from '@ledger/case';
import { BUILT_IN_FIGURES, contentOf, FIRST_SLICE, type Figure } from '@ledger/policy';
import type { EventContent, JsonObject, StreamName } from '@ledger/vocabulary';

/** An event on its way into the log. */
export interface Unplaced {
  readonly stream: StreamName;
  readonly content: EventContent;
}

const PROVINCE = '510000';
const CITIES = ['510100', '511700', '513300', '513400'] as const;
/** Dibao standards change every year. */
const YEARS = Array.from({ length: 12 }, (_, index) => 2015 + index);

export function* lawEvents(): Iterable<Unplaced> {
  yield lawEvent('RuleSetActivated', PROVINCE, '2011-01-01', 'NDRC', {
    rulesetVersion: FIRST_SLICE.version,
    codeHash: digestOf(contentOf(FIRST_SLICE, DIVISIONS.content)),
  });
  for (const figure of [...BUILT_IN_FIGURES, ...INVENTED]) yield parameterSet(figure);
}

const INVENTED: readonly Figure[] = [
  invented(PROVINCE, 'disability.start-rule', 'MONTH_AFTER', 'enum', '2016-01-01'),
  invented(PROVINCE, 'disability.nursing.level1', '80.00', 'yuan/month', '2016-01-01'),
  invented(PROVINCE, 'disability.nursing.level2', '50.00', 'yuan/month', '2016-01-01'),
  invented(PROVINCE, 'housing.area-limit', '16.00', 'm2', '2016-01-01'),
  invented(PROVINCE, 'housing.income-limit', '3500.00', 'yuan/month', '2016-01-01'),
  ...CITIES.flatMap((city, rank) =>
    YEARS.flatMap((year) => {
      const rise = (year - 2015) * 30 + rank * 20;
      return [
        invented(city, 'dibao.std.urban', `${400 + rise}.00`, 'yuan/month', `${year}-01-01`),
        invented(city, 'dibao.std.rural', `${250 + rise}.00`, 'yuan/month', `${year}-01-01`),
      ];
    }),
  ),
];

function invented(division: string, id: string, value: string, unit: string, validFrom: string): Figure {
  return {
    id,
    division,
    value,
    unit,
    validFrom,
    source: 'invented for the bench',
    verified: false,
    owner: 'MCA',
  };
}

function parameterSet({
  id,
  division,
  value,
  unit,
  validFrom,
  validTo,
  publishedOn,
  source,
  verified,
  owner,
}: Figure): Unplaced {
  return lawEvent('ParameterSet', division, validFrom, owner, {
    parameterId: id,
    value,
    unit,
    validFrom,
    ...(validTo !== undefined && { validTo }),
    ...(publishedOn !== undefined && { publishedOn }),
    sourceDocNo: source,
    verified,
  });
}

function lawEvent(
  type: string,
  division: string,
  effectiveOn: string,
  department: string,
  data: JsonObject,
): Unplaced {
  const stream: StreamName = `division-${division}`;
  const id = uuidOf(JSON.stringify([type, division, data]));
  const source = { department };
  return {
    stream,
    content: {
      id,
      type,
      schemaVersion: 1,
      subjects: [stream],
      effectiveOn,
      source,
      confidence: 'verified',
      evidence: [],
      data,
    },
  };
}

/** The same text gives the same id. */
function uuidOf(text: string): string {
  const hex = digestOf(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
