import { CharClass, charClasses, eachBesideHan } from './char-class.js';
import { KANGXI_PAIRS, RADICAL_PAIRS } from './radicals.js';
import { TRADITIONAL } from './traditional.js';

/** What has to be asked of a character while cleaning; `none` for nearly all. `traditional` ones are only counted. */
export const Fold = { none: 0, drop: 1, lineEnd: 2, blank: 3, bracket: 4, form: 5, traditional: 6 } as const;

let classes: Uint8Array | null = null;
let forms: Map<number, number> | null = null;

function buildForms(): Map<number, number> {
  const map = new Map<number, number>();
  const fold = (from: number, to: number, shift: number): void => {
    for (let code = from; code <= to; code++) map.set(code, code - shift);
  };
  fold(0xff10, 0xff19, 0xfee0);
  fold(0xff21, 0xff3a, 0xfee0);
  fold(0xff41, 0xff5a, 0xfee0);
  for (const mark of '％＋－．／＝～') map.set(mark.charCodeAt(0), mark.charCodeAt(0) - 0xfee0);
  const pairs = [
    '「“',
    '」”',
    '『‘',
    '』’',
    '﹁“',
    '﹂”',
    '﹃‘',
    '﹄’',
    '〝“',
    '〞”',
    '﹪%',
    '﹐，',
    '﹑、',
    '﹒。',
    '﹔；',
    '﹕：',
    '﹖？',
    '﹗！',
    '﹙（',
    '﹚）',
    '｡。',
    '､、',
    '‚，',
  ];
  for (const pair of pairs) map.set(pair.charCodeAt(0), pair.charCodeAt(1));
  for (let code = 0x2f00; code <= 0x2fd5; code++) {
    const folded = String.fromCharCode(code).normalize('NFKC');
    if (folded.length === 1) map.set(code, folded.charCodeAt(0));
  }
  const pairsOfRadicals = RADICAL_PAIRS + KANGXI_PAIRS;
  for (let i = 0; i < pairsOfRadicals.length; i += 2)
    map.set(pairsOfRadicals.charCodeAt(i), pairsOfRadicals.charCodeAt(i + 1));
  return map;
}

function foldForms(): Map<number, number> {
  forms ??= buildForms();
  return forms;
}

/** Fold class by UTF-16 code unit, made on first use. */
export function foldClasses(): Uint8Array {
  if (classes !== null) return classes;
  const table = new Uint8Array(65536);
  for (const character of TRADITIONAL) table[character.charCodeAt(0)] = Fold.traditional;
  for (const code of foldForms().keys()) table[code] = Fold.form;
  for (const mark of ',;:!?)"\'＂＇○') table[mark.charCodeAt(0)] = Fold.form;
  for (const mark of '(（') table[mark.charCodeAt(0)] = Fold.bracket;
  for (const code of [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0f]) table[code] = Fold.drop;
  eachBesideHan((code, kind) => {
    if (kind === CharClass.blank) table[code] = Fold.blank;
    else if (kind === CharClass.lineEnd) table[code] = Fold.lineEnd;
  });
  classes = table;
  return table;
}

const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' };

function isDigitCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** 1,379 and 13:10 keep their marks; 9,and so on does not. */
function isInsideFigure(source: string, offset: number, mark: string, before: number): boolean {
  if (!isDigitCode(before) || !isDigitCode(source.charCodeAt(offset + 1))) return false;
  if (mark === ':') return true;
  if (mark !== ',') return false;
  for (let k = 1; k <= 3; k++) if (!isDigitCode(source.charCodeAt(offset + k))) return false;
  return !isDigitCode(source.charCodeAt(offset + 4));
}

/** 二○二一年: a circle between Chinese figures is a zero, elsewhere a bullet. */
function isBesideFigure(source: string, offset: number): boolean {
  return /[一二三四五六七八九○〇][○〇]|[○〇][一二三四五六七八九○〇]/.test(
    source.slice(Math.max(0, offset - 1), offset + 2),
  );
}

/** English prose and addresses keep ASCII marks: http://…, e.g. (draft). */
function isInsideLatin(source: string, offset: number, before: number): boolean {
  const table = charClasses();
  const left = before === 0x20 && source.charAt(offset) === '(' ? source.charCodeAt(offset - 2) : before;
  if (table[left] !== CharClass.latin) return false;
  const after = source.charCodeAt(offset + 1);
  return (
    table[after] === CharClass.latin ||
    after === 0x2f ||
    (after === 0x20 && table[source.charCodeAt(offset + 2)] === CharClass.latin)
  );
}

/** The canonical form of a character that may need one. Straight quotes open and close by turns within a line. */
export function foldedCode(
  source: string,
  offset: number,
  quotes: { doubleIsOpen: boolean; singleIsOpen: boolean },
  before: number,
): number {
  const code = source.charCodeAt(offset);
  const form = foldForms().get(code);
  if (form !== undefined) return form;
  const mark = source.charAt(offset);
  if (mark === '○') return isBesideFigure(source, offset) ? '〇'.charCodeAt(0) : code;
  if (mark === '"' || mark === '＂') {
    quotes.doubleIsOpen = !quotes.doubleIsOpen;
    return (quotes.doubleIsOpen ? '“' : '”').charCodeAt(0);
  }
  if (mark === "'" || mark === '＇') {
    if (charClasses()[before] === CharClass.latin) return code;
    quotes.singleIsOpen = !quotes.singleIsOpen;
    return (quotes.singleIsOpen ? '‘' : '’').charCodeAt(0);
  }
  const wide = WIDE[mark];
  if (wide === undefined || isInsideFigure(source, offset, mark, before) || isInsideLatin(source, offset, before))
    return code;
  return wide.charCodeAt(0);
}
