import { CODE_LISTS, isTownClass, type CodeListName } from './code-lists.js';
import { DEPARTMENT_CODES, isDepartment } from './departments.js';

const NAMES = Object.keys(CODE_LISTS) as CodeListName[];

describe('code lists', () => {
  it.each(NAMES)('%s has a title, a standard and a title for every code in both languages', (name) => {
    const list = CODE_LISTS[name] as (typeof CODE_LISTS)['relation'];
    expect(list.title.zh && list.title.en && list.standard).toBeTruthy();
    expect(list.codes.length).toBeGreaterThan(1);
    for (const code of list.codes) {
      expect(list.has(code)).toBe(true);
      expect(list.titleOf(code).zh && list.titleOf(code).en).toBeTruthy();
    }
    expect(list.has('no such code')).toBe(false);
    expect(list.has('toString')).toBe(false);
  });

  it('has the 56 ethnicities and two more', () => {
    expect(CODE_LISTS.ethnicity.codes).toHaveLength(58);
    expect(CODE_LISTS.ethnicity.titleOf('07')).toEqual({ zh: '彝族', en: 'Yi' });
  });

  it('has the thirteen issuers, two more departments, the federation and local government', () => {
    expect(DEPARTMENT_CODES).toHaveLength(17);
    expect(CODE_LISTS.department.codes).toHaveLength(17);
    expect(isDepartment('PSB')).toBe(true);
    expect(isDepartment('TAX')).toBe(false);
  });

  it.each`
    code     | town
    ${'111'} | ${true}
    ${'112'} | ${true}
    ${'121'} | ${true}
    ${'122'} | ${true}
    ${'123'} | ${true}
    ${'210'} | ${false}
    ${'220'} | ${false}
  `('class $code is a town: $town', ({ code, town }: { code: string; town: boolean }) => {
    expect(isTownClass(code)).toBe(town);
  });
});
