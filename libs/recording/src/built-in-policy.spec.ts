import { toCommand } from '@ledger/intake';
import { BUILT_IN_FIGURES, RULE_SETS } from '@ledger/policy';
import { builtInPolicy } from './built-in-policy.js';

const policy = builtInPolicy();

describe('the built-in policy', () => {
  it('has every rule set and every figure once, with an id that follows from what it says', () => {
    const ids = policy.map(({ command }) => command.id);
    expect(ids).toHaveLength(RULE_SETS.length + BUILT_IN_FIGURES.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(builtInPolicy().map(({ command }) => command.id)).toEqual(ids);
  });

  it('would pass every door as it stands', () => {
    for (const { command } of policy) {
      const { subject, ...rest } = command;
      const reading = toCommand({ ...rest, division: 'id' in subject ? subject.id : undefined });
      expect(reading).toEqual({ command });
    }
  });

  it('is in the order of publication: what was always known first', () => {
    const published = policy.map(({ publishedAt }) => publishedAt ?? -Infinity);
    expect(published).toEqual([...published].sort((a, b) => a - b));
    expect(policy[0]?.command.type).toBe('RuleSetActivated');
  });

  it('knows a figure from the day of its publication on, in Asia/Shanghai', () => {
    const raise = policy.find(({ command }) => command.data['publishedOn'] === '2018-09-13');
    expect(raise?.publishedAt).toBe(Date.parse('2018-09-13T00:00:00+08:00'));
  });
});
