import { ARTICLES, getArticle, POLICY } from './articles.js';

describe('the policy’s text', () => {
  it('has the preamble and twenty-one articles', () => {
    expect(ARTICLES.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, index) => index));
    expect(POLICY).toMatchObject({ id: 'sichuan-2019-522', issued: '2019-12-05' });
  });

  it.each(ARTICLES.map((article) => [article.number, article] as const))(
    'article %i is whole',
    (number, article) => {
      expect(getArticle(number)).toBe(article);
      expect(article.text).toMatch(/^[\p{Script=Han}“].*。$/u);
      expect(article.title.zh).toMatch(/\p{Script=Han}/u);
      expect(article.title.en).toMatch(/^[A-Z]/);
      expect(article.responsible).toMatch(/\p{Script=Han}/u);
    },
  );

  it.each([-1, 22, 1.5, NaN])('has no article %d', (number) => {
    expect(() => getArticle(number)).toThrow('no such article');
  });
});
