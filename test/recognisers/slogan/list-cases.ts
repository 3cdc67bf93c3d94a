import { readdirSync, readFileSync } from 'node:fs';
import { extract } from '../../../src/index.js';

/** One case of `fixtures/phrases/lists*.txt`: a text and what must come out, one line a slogan. */
export interface ListCase {
  title: string;
  text: string;
  /** `label how item | item`, `label none`; a line that begins with ? need not come out */
  expected: string[];
  /** the title ends in :todo — known not to come out yet */
  isOpen: boolean;
}

const PHRASES = new URL('../../../fixtures/phrases/', import.meta.url);

/** Case files by name, without `.txt`. */
export const LIST_FILES = readdirSync(PHRASES)
  .filter((name) => /^lists.*\.txt$/.test(name))
  .map((name) => name.replace('.txt', ''));

export function readListCases(name: string): ListCase[] {
  const blocks = readFileSync(new URL(`${name}.txt`, PHRASES), 'utf8')
    .split(/^=== /m)
    .slice(1);
  return blocks.map((block) => {
    const [title = '', ...lines] = block.trimEnd().split('\n');
    const rule = lines.indexOf('---');
    if (rule === -1) throw new Error(`The case "${title}" in ${name}.txt has no line ---.`);
    const expected = lines.slice(rule + 1).filter((line) => line !== 'NONE');
    return { title, text: lines.slice(0, rule).join('\n'), expected, isOpen: title.endsWith(':todo') };
  });
}

/** A headline and a paragraph, so that a case stands where such sentences stand: in the middle of a report. */
const FRAME = '清江县召开工作推进会\n本报讯 会议昨日下午在县城召开，与会人员听取了有关情况的汇报。\n';

/** Every slogan of the text, with the list that this mention spells out. */
export function readLists(text: string, frame = FRAME): string[] {
  const { slogans } = extract(frame + text);
  return slogans.map(({ label, list }) => {
    if (list === null || list.how === 'document' || list.how === 'lexicon') return `${label} none`;
    return `${label} ${list.how} ${list.items.map((item) => item.label).join(' | ')}`;
  });
}

/** What came out, without the lines that need not, and what had to. */
export function compare({ text, expected }: ListCase, read = readLists(text)): { got: string[]; wanted: string[] } {
  const optional = expected.filter((line) => line.startsWith('? ')).map((line) => line.slice(2).split(' ')[0]);
  const got = read.filter((line) => !optional.includes(line.split(' ')[0]));
  return { got, wanted: expected.filter((line) => !line.startsWith('? ')) };
}
