import { describe, expect, it } from 'vitest';
import { compare, LIST_FILES, readListCases } from './list-cases.js';

const STRATEGIES = ['apposition', 'parenthesis', 'following', 'ordinals', 'bullets', 'headings', 'affix'];

describe.each(LIST_FILES)('%s', (name) => {
  for (const listCase of readListCases(name)) {
    const run = listCase.isOpen ? it.fails : it;
    run(listCase.title, () => {
      const { got, wanted } = compare(listCase);
      expect(got, listCase.text).toEqual(wanted);
    });
  }
});

describe('case files', () => {
  it.each(STRATEGIES)('%s: at least ten lists and five texts that hold none', (how) => {
    const cases = readListCases(`lists-${how}`);
    const lists = LIST_FILES.flatMap(readListCases).flatMap(({ expected }) =>
      expected.filter((line) => line.split(' ').includes(how)),
    );
    expect(lists.length).toBeGreaterThanOrEqual(10);
    expect(
      cases.filter(({ expected }) => expected.every((line) => line.endsWith(' none'))).length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('few are open', () => {
    const cases = LIST_FILES.flatMap(readListCases);
    expect(cases.filter(({ isOpen }) => isOpen).length * 20).toBeLessThanOrEqual(cases.length);
  });
});
