import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { compare, LIST_FILES, readListCases, readLists } from './list-cases.js';

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const FULL_WIDTH_OFFSET = 0xfee0;
const ASCII_MARKS: Record<string, string> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
};
const FRAME = '清江县召开工作推进会\n本报讯 会议昨日下午在县城召开，与会人员听取了有关情况的汇报。\n';

/** 習(xí)近平: every third traditional character is followed by a reading in brackets, as mirror pages leave them. */
function withReadings(text: string): string {
  let seen = 0;
  return [...text]
    .map((character) =>
      /[會體專產業單問題關際實環節縣]/.test(character) && ++seen % 3 === 0 ? `${character}(xí)` : character,
    )
    .join('');
}

/** The same document as other sources print it; all must be read alike. */
const VARIANTS: Record<string, (text: string) => string> = {
  traditional: toTraditional,
  'traditional with readings': (text) => withReadings(toTraditional(text)),
  'full width': (text) =>
    text.replace(/[0-9A-Za-z%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH_OFFSET)),
  'ASCII marks': (text) => text.replace(/[，；：！？（）]/g, (mark) => ASCII_MARKS[mark] as string),
};

const cases = LIST_FILES.flatMap((name) => readListCases(name).map((listCase) => ({ name, ...listCase }))).filter(
  ({ isOpen }) => !isOpen,
);

describe.each(Object.entries(VARIANTS))('%s', (_name, write) => {
  it('changes no slogan and no list of the case files', () => {
    const changed = cases.filter((listCase) => {
      const { got, wanted } = compare(listCase, readLists(write(listCase.text), write(FRAME)));
      return JSON.stringify(got) !== JSON.stringify(wanted);
    });
    expect(changed.map(({ name, title }) => `${name}: ${title}`)).toEqual([]);
  });
});
