import { message, MESSAGE_KEYS, refusalMessage } from './messages.js';
import { REFUSAL_CODES } from './refusal.js';

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('messages', () => {
  it('speak of the same things in both languages', () => {
    for (const key of MESSAGE_KEYS) {
      const { zh, en } = message(key as 'refusal.NOT_OWNER');
      expect([key, new Set(placeholders(zh))]).toEqual([key, new Set(placeholders(en))]);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each(REFUSAL_CODES)('say what to do about %s', (code) => {
    const { zh, en } = refusalMessage(code);
    expect(zh.split('。').length).toBeGreaterThan(1);
    expect(en.split('. ').length).toBeGreaterThan(1);
  });

  it('fill in what they name, in the language that they speak', () => {
    expect(message('field.missing', { field: 'birthDate' }).en).toBe(
      'birthDate is missing. Add it and send again.',
    );
    const said = message('field.notACodeOfList', {
      field: 'sex',
      list: { zh: '性别', en: 'Sex' },
      standard: 'GB/T 2261.1',
    });
    expect(said.zh).toContain('“性别”（GB/T 2261.1）');
    expect(said.en).toContain('“Sex” (GB/T 2261.1)');
  });
});
