import { isEventType, validateData, validateEnvelope } from '@ledger/vocabulary';
import { DEMONSTRATION, DEMONSTRATION_LINES } from './demonstration.js';
import { faultsOf } from './testing/preconditions.js';

describe('the demonstration households', () => {
  it.each(DEMONSTRATION_LINES.map((line) => [line.id.slice(-3), line.type, line] as const))(
    '%s %s is a valid event',
    (_id, type, line) => {
      const { id, effectiveOn, source, evidence } = line;
      expect(validateEnvelope({ id, effectiveOn, source, ...(evidence && { evidence }) })).toMatchObject({
        ok: true,
      });
      expect(isEventType(type) && validateData(type, line.data)).toMatchObject({ ok: true });
    },
  );

  it('keep the hard preconditions, IDs included', () => {
    expect(faultsOf(DEMONSTRATION_LINES)).toEqual([]);
  });

  it('have every id that they publish', () => {
    const ids = new Set(
      DEMONSTRATION_LINES.flatMap((line) => [line.id, 'person' in line ? line.person : line.household]),
    );
    expect(Object.values(DEMONSTRATION).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('have event ids that never change: a repeated load must be recognised', () => {
    expect(DEMONSTRATION_LINES.map(({ id }) => Number(id.slice(-3)))).toEqual([
      101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 201, 202, 203, 204, 205,
      206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 301, 302, 303, 304, 305,
      306, 307, 308, 401, 402, 403, 404, 405, 406, 407, 408, 309, 120,
    ]);
  });
});
