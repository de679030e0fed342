import { nearestName } from './nearest-name.js';

it.each`
  name                   | nearest
  ${'PersonRegistred'}   | ${'PersonRegistered'}
  ${'personregistered'}  | ${'PersonRegistered'}
  ${'Persondied'}        | ${'PersonDied'}
  ${'HukouMoved'}        | ${undefined}
  ${'x'}                 | ${undefined}
  ${''}                  | ${undefined}
  ${'P'.repeat(100_000)} | ${undefined}
`('$name is nearest to $nearest', ({ name, nearest }: { name: string; nearest?: string }) => {
  expect(nearestName(name, ['PersonRegistered', 'PersonDied', 'ParameterSet'])).toBe(nearest);
});
