/** `ledger catalogue`: the event types, entitlements and parameters that this build knows. */
import { BUILT_IN_FIGURES, FIRST_SLICE } from '@ledger/policy';
import { printRule } from '@ledger/rules';
import { EVENT_TYPES } from '@ledger/vocabulary';

interface Catalogue {
  readonly ruleSet: string;
  readonly events: readonly {
    readonly type: string;
    readonly title: string;
    readonly titleEn: string;
    readonly articles: readonly number[];
    readonly owners: readonly string[];
    readonly privacy: string;
  }[];
  readonly entitlements: readonly {
    readonly code: string;
    readonly title: string;
    readonly titleEn: string;
    readonly article: number;
    readonly department: string;
    readonly rule: readonly string[];
  }[];
  readonly parameters: readonly {
    readonly id: string;
    readonly division: string;
    readonly value: string;
    readonly unit: string;
    readonly from: string;
    readonly until: string | null;
    readonly source: string;
    readonly verified: boolean;
  }[];
}

function catalogue(): Catalogue {
  return {
    ruleSet: FIRST_SLICE.version,
    events: Object.values(EVENT_TYPES).map(({ type, title, articles, owners, privacy }) => ({
      type,
      title: title.zh,
      titleEn: title.en,
      articles,
      owners,
      privacy,
    })),
    entitlements: [...FIRST_SLICE.entitlements.values()].map(
      ({ code, title, article, department, when }) => ({
        code,
        title: title.zh,
        titleEn: title.en,
        article,
        department,
        rule: printRule(when, 'en'),
      }),
    ),
    parameters: BUILT_IN_FIGURES.map(
      ({ id, division, value, unit, validFrom, validTo, source, verified }) => ({
        id,
        division,
        value,
        unit,
        from: validFrom,
        until: validTo ?? null,
        source,
        verified,
      }),
    ),
  };
}

export function printCatalogue({ json = false }: { readonly json?: boolean }): void {
  const known = catalogue();
  if (json) {
    process.stdout.write(`${JSON.stringify(known)}\n`);
    return;
  }
  const lines = [
    `rule set ${known.ruleSet}`,
    '',
    `EVENT TYPES (${String(known.events.length)})`,
    ...known.events.map(({ type, title, owners }) => `  ${type}  ${title}  ${owners.join(' ')}`),
    '',
    `ENTITLEMENTS (${String(known.entitlements.length)})`,
    ...known.entitlements.flatMap(({ code, title, article, department, rule }) => [
      `  ${code}  ${title}  art. ${String(article)}  ${department}`,
      ...rule.map((line) => `    ${line}`),
    ]),
    '',
    `PARAMETERS (${String(known.parameters.length)})`,
    ...known.parameters.map(
      ({ id, division, value, unit, from, until, source, verified }) =>
        `  ${id} ${division}: ${value} ${unit} ${from}…${until ?? ''}  ${source}${verified ? '' : ' (not verified)'}`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
