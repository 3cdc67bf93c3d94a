/** Classes of characters, one table look-up each: the hot loops ask nothing else of a character. */
export const CharClass = {
  other: 0,
  han: 1,
  digit: 2,
  latin: 3,
  blank: 4,
  lineEnd: 5,
  /** 。！？ */
  sentenceEnd: 6,
  /** ，；： */
  clauseEnd: 7,
  /** 、 */
  pause: 8,
  open: 9,
  close: 10,
} as const;

let table: Uint8Array | null = null;

function fill(classes: Uint8Array, from: number, to: number, value: number): void {
  classes.fill(value, from, to + 1);
}

function buildTable(): Uint8Array {
  const classes = new Uint8Array(65536);
  fill(classes, 0x3400, 0x4dbf, CharClass.han);
  fill(classes, 0x4e00, 0x9fff, CharClass.han);
  fill(classes, 0xf900, 0xfaff, CharClass.han);
  fill(classes, 0xd800, 0xdfff, CharClass.han);
  classes[0x3007] = CharClass.han; // 〇
  fill(classes, 0x30, 0x39, CharClass.digit);
  fill(classes, 0x41, 0x5a, CharClass.latin);
  fill(classes, 0x61, 0x7a, CharClass.latin);
  fill(classes, 0xc0, 0x24f, CharClass.latin);
  for (const mark of ' \t\u00a0\u3000') classes[mark.charCodeAt(0)] = CharClass.blank;
  fill(classes, 0x2000, 0x200a, CharClass.blank);
  for (const mark of '\n\r\u2028\u2029\u0085\f\v') classes[mark.charCodeAt(0)] = CharClass.lineEnd;
  for (const mark of '。！？!?') classes[mark.charCodeAt(0)] = CharClass.sentenceEnd;
  for (const mark of '，；：,;:') classes[mark.charCodeAt(0)] = CharClass.clauseEnd;
  classes['、'.charCodeAt(0)] = CharClass.pause;
  for (const mark of '“‘（《〈【〔「『([{') classes[mark.charCodeAt(0)] = CharClass.open;
  for (const mark of '”’）》〉】〕」』)]}') classes[mark.charCodeAt(0)] = CharClass.close;
  return classes;
}

/** The table of classes by UTF-16 code unit, made on first use. */
export function charClasses(): Uint8Array {
  table ??= buildTable();
  return table;
}

/** Where all characters stand that have a class and are not Han, in Unicode. */
const BESIDE_HAN = [
  [0, 0x24f],
  [0x2000, 0x206f],
  [0x3000, 0x303f],
  [0xff00, 0xffef],
] as const;

/**
 * Calls with every code unit that may be a mark, blank, letter or figure, and its class. Tables are made of these and not of all
 * code units, which takes milliseconds as long as nothing is compiled.
 */
export function eachBesideHan(visit: (code: number, kind: number) => void): void {
  const classes = charClasses();
  for (const [from, to] of BESIDE_HAN) for (let code = from; code <= to; code++) visit(code, classes[code] as number);
}

/** Class of the character at `offset`; `other` outside the text. */
export function classAt(text: string, offset: number): number {
  if (offset < 0 || offset >= text.length) return CharClass.other;
  return charClasses()[text.charCodeAt(offset)] as number;
}

export function isHan(text: string, offset: number): boolean {
  return classAt(text, offset) === CharClass.han;
}

export function isDigit(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0x30 && code <= 0x39;
}
