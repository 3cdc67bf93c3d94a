import { CharClass, eachBesideHan } from '../../text/char-class.js';

/**
 * What one character can tell, each a bit: most characters touch nothing that a reader of figures asks for, and one look in one
 * table says so. A bit set means «look closer», not yes.
 */
export const Sign = {
  /** can stand behind a number that counts something: the first characters of units, 多, 分 (分之), 至 */
  countable: 1 << 0,
  /** ends a word of approximation before a number */
  endsApproximation: 1 << 1,
  /** begins a word of approximation behind a number */
  startsApproximation: 1 << 2,
  /** begins a word of comparison, 同比 and 环比 included */
  compares: 1 << 3,
  /** a verb of change by itself right before a figure: 增, 降 */
  changes: 1 << 4,
  /** begins a word of the tables, a quotation or a bracket */
  startsWord: 1 << 5,
  opens: 1 << 6,
  closes: 1 << 7,
  /** a mark or the first character of one */
  mark: 1 << 8,
  /** ，；：。！？ or the end of a line */
  endsClause: 1 << 9,
  /** makes something else of the verb before it: 率 of 利用率, 后 of 投产后 */
  turnsVerb: 1 << 10,
  /** can belong to the time before it: 间 of 5年间 */
  endsTime: 1 << 11,
  /** begins 其中 and 包括 */
  parts: 1 << 12,
  /** makes something else of the numeral behind it: 第三, PM2.5 */
  tellsBehind: 1 << 13,
  /** makes something else of the numeral before it: 9+1 */
  tellsBefore: 1 << 14,
} as const;

const CHARACTERS: readonly (readonly [string, number])[] = [
  ['多余几来分番半/至到—－–-~～〜―点', Sign.countable],
  ['同环', Sign.compares],
  ['“‘（《〈【〔「『([{［', Sign.startsWord],
  ['率额者性会费量度后时', Sign.turnsVerb],
  ['间内来底末初', Sign.endsTime],
  ['其包', Sign.parts],
  ['第“个届每-–－‐〔［[【', Sign.tellsBehind],
  ['∶:·+＋_@=&#．', Sign.tellsBehind | Sign.tellsBefore],
];

const CLASSES: readonly (readonly [number, number])[] = [
  [CharClass.open, Sign.opens],
  [CharClass.close, Sign.closes],
  [CharClass.clauseEnd, Sign.endsClause],
  [CharClass.sentenceEnd, Sign.endsClause],
  [CharClass.lineEnd, Sign.endsClause],
  [CharClass.latin, Sign.tellsBehind],
];

/** The bits by character. @param words by sign, the words whose first characters have it */
export function buildSigns(words: Readonly<Record<number, readonly string[]>>): Uint16Array {
  const signs = new Uint16Array(65536);
  const byClass = new Uint16Array(Math.max(...Object.values(CharClass)) + 1);
  for (const [kind, sign] of CLASSES) byClass[kind] = sign;
  eachBesideHan((code, kind) => {
    signs[code] = byClass[kind] as number;
  });
  const set = (code: number, sign: number): void => {
    signs[code] = (signs[code] as number) | sign;
  };
  for (const [characters, sign] of CHARACTERS) for (const character of characters) set(character.charCodeAt(0), sign);
  for (const [sign, forms] of Object.entries(words)) for (const form of forms) set(form.charCodeAt(0), Number(sign));
  return signs;
}
