/** 规则集与参数: a later figure supersedes an earlier one for the days that it names, so nothing overlaps. */
import type { Decider } from './decider.js';
import { mirrorObjection } from './mirrored-dates.js';
import { refuse } from './proposal.js';

export const ruleSetActivated: Decider<'RuleSetActivated'> = {
  content: ({ data: { from, to } }) =>
    from !== undefined && to !== undefined && to <= from ? refuse('INVALID_PERIOD', 'to') : undefined,
};

/** The figures that are counted with; words of a closed set and texts stand under units of their own. */
const COUNTED = /^(yuan|m2|fen|year|month|day|working day|point|%)/;
const DECIMAL = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;
const FLAG = /^(true|false)$/;

function fits(value: string, unit: string): boolean {
  if (COUNTED.test(unit)) return DECIMAL.test(value);
  return unit !== 'flag' || FLAG.test(value);
}

export const parameterSet: Decider<'ParameterSet'> = {
  content: (event) => {
    const { validFrom, validTo, value, unit } = event.data;
    if (validTo !== undefined && validTo <= validFrom) return refuse('INVALID_PERIOD', 'validTo');
    return (
      mirrorObjection(event) ??
      (fits(value, unit) ? undefined : refuse('INVALID_FIELD', 'value', 'parameterValue'))
    );
  },
};
