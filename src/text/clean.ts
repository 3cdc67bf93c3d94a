import { charClasses, CharClass } from './char-class.js';
import { foldedCode, Fold, foldClasses } from './fold.js';

/** Read `replacement` instead of `source.slice(start, end)`. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

export interface CleanText {
  text: string;
  /** source offset of each character's start and end; both null when nothing moved */
  starts: Int32Array | null;
  ends: Int32Array | null;
}

/** Writes the cleaned text and its map side by side; the map is only begun when a character is dropped or added. */
class CleanWriter {
  private codes: Uint16Array;
  private starts: Int32Array | null = null;
  private ends: Int32Array | null = null;
  length = 0;
  isChanged = false;

  constructor(private readonly source: string) {
    this.codes = new Uint16Array(source.length + 16);
  }

  last(): number {
    return this.length > 0 ? (this.codes[this.length - 1] as number) : 0;
  }

  /** From here on places in the text and in the source differ. */
  beginMap(): void {
    this.isChanged = true;
    if (this.starts !== null) return;
    this.starts = new Int32Array(this.codes.length);
    this.ends = new Int32Array(this.codes.length);
    for (let i = 0; i < this.length; i++) {
      this.starts[i] = i;
      this.ends[i] = i + 1;
    }
  }

  put(code: number, start: number, end: number): void {
    if (this.length === this.codes.length) this.grow();
    this.codes[this.length] = code;
    if (this.starts !== null && this.ends !== null) {
      this.starts[this.length] = start;
      this.ends[this.length] = end;
    }
    this.length++;
  }

  /** The last character now reaches to `end`: its debris belongs to it. */
  extendLast(end: number): void {
    this.beginMap();
    if (this.length > 0 && this.ends !== null) this.ends[this.length - 1] = end;
  }

  private grow(): void {
    const size = this.codes.length * 2;
    const codes = new Uint16Array(size);
    codes.set(this.codes);
    this.codes = codes;
    if (this.starts === null || this.ends === null) return;
    const [starts, ends] = [new Int32Array(size), new Int32Array(size)];
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }

  finish(): CleanText {
    if (!this.isChanged) return { text: this.source, starts: null, ends: null };
    const bytes = new Uint8Array(this.codes.buffer, 0, this.length * 2);
    const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
    if (this.starts === null || this.ends === null) return { text, starts: null, ends: null };
    return { text, starts: this.starts.subarray(0, this.length), ends: this.ends.subarray(0, this.length) };
  }
}

const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;
const SYLLABLE = /[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})[)）]/y;

/** Length of a reading in brackets at `offset`, as traditional mirror pages leave them: 習(xí); 0 when there is none. */
function debrisAt(source: string, offset: number, takesToneless: boolean): number {
  SYLLABLE.lastIndex = offset;
  const match = SYLLABLE.exec(source);
  if (match === null) return 0;
  return takesToneless || TONED.test(match[1] as string) ? match[0].length : 0;
}

/** End of the run of blanks that begins at `offset`. */
function blanksEnd(source: string, offset: number): number {
  const classes = charClasses();
  let end = offset;
  while (end < source.length && classes[source.charCodeAt(end)] === CharClass.blank) end++;
  return end;
}

const DI = '第'.charCodeAt(0);
const PERCENT = 0x25;

/** True when blanks between these two characters part nothing: 共 458 名, 增长 5.5 %, 第 一. */
function isInnerBlank(before: number, after: number): boolean {
  const classes = charClasses();
  const [left, right] = [classes[before], classes[after]];
  if (before === DI) return right === CharClass.han || right === CharClass.digit;
  if (left === CharClass.digit) return right === CharClass.han || after === PERCENT;
  return left === CharClass.han && right === CharClass.digit;
}

/** True inside a letter-spaced run (习 近 平): single Han characters parted by single blanks. */
function isLetterSpaced(source: string, blank: number): boolean {
  const classes = charClasses();
  const is = (offset: number, kind: number): boolean => classes[source.charCodeAt(offset)] === kind;
  if (!is(blank - 1, CharClass.han) || !is(blank + 1, CharClass.han)) return false;
  const before = is(blank - 2, CharClass.blank) && is(blank - 3, CharClass.han);
  const after = is(blank + 2, CharClass.blank) && is(blank + 3, CharClass.han);
  if (before && after) return true;
  const opensAfter = after && !is(blank - 2, CharClass.han);
  const closesBefore = before && !is(blank + 2, CharClass.han);
  return (opensAfter && is(blank + 4, CharClass.blank)) || (closesBefore && is(blank - 4, CharClass.blank)) || (opensAfter && !is(blank + 4, CharClass.han)) || (closesBefore && !is(blank - 4, CharClass.han));
}

/**
 * The source with folded forms, canonical marks and without debris. One loop; a text that needs nothing comes back as it is.
 * Steps at a character, by its fold class: drop (zero width, soft hyphen), debris behind a Han character, inner blanks,
 * straight quotes by turns, ASCII marks next to Han text, full-width forms and radicals by table.
 */
export function cleanText(source: string, edits: readonly Edit[] = []): CleanText {
  const folds = foldClasses();
  const writer = new CleanWriter(source);
  const quotes = { doubleIsOpen: false, singleIsOpen: false };
  let sawToned = false;
  let nextEdit = 0;
  let i = 0;
  while (i < source.length) {
    const edit = edits[nextEdit];
    if (edit !== undefined && edit.start === i) {
      writer.beginMap();
      for (let k = 0; k < edit.replacement.length; k++) writer.put(edit.replacement.charCodeAt(k), edit.start, edit.end);
      i = Math.max(edit.end, i + 1);
      nextEdit++;
      continue;
    }
    const code = source.charCodeAt(i);
    const fold = folds[code] as number;
    if (fold === Fold.none) {
      writer.put(code, i, i + 1);
      i++;
    } else if (fold === Fold.drop) {
      writer.extendLast(i + 1);
      i++;
    } else if (fold === Fold.lineEnd) {
      if (code === 0x0d && source.charCodeAt(i + 1) === 0x0a) {
        writer.beginMap();
        i++;
      } else if (code !== 0x0a) writer.isChanged = true;
      quotes.doubleIsOpen = false;
      quotes.singleIsOpen = false;
      writer.put(0x0a, i, i + 1);
      i++;
    } else if (fold === Fold.blank) {
      i = cleanBlanks(source, i, writer);
    } else {
      const debris = fold === Fold.bracket && charClasses()[writer.last()] === CharClass.han ? debrisAt(source, i, sawToned) : 0;
      if (debris > 0) {
        sawToned = true;
        writer.extendLast(i + debris);
        i += debris;
        continue;
      }
      const folded = foldedCode(source, i, quotes, writer.last());
      if (folded !== code) writer.isChanged = true;
      writer.put(folded, i, i + 1);
      i++;
    }
  }
  return writer.finish();
}

function cleanBlanks(source: string, start: number, writer: CleanWriter): number {
  const end = blanksEnd(source, start);
  const after = end < source.length ? source.charCodeAt(end) : 0;
  const isDropped = end - start <= 2 && (isInnerBlank(writer.last(), foldedDigit(after)) || (end - start === 1 && isLetterSpaced(source, start)));
  if (isDropped) {
    writer.beginMap();
    return end;
  }
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    const blank = code === 0x09 ? code : 0x20;
    if (blank !== code) writer.isChanged = true;
    writer.put(blank, i, i + 1);
  }
  return end;
}

/** ５ counts as 5 when it is asked what stands behind a blank. */
function foldedDigit(code: number): number {
  return code >= 0xff10 && code <= 0xff19 ? code - 0xfee0 : code === 0xff05 ? PERCENT : code;
}
