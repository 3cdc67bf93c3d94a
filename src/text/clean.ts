import { CharClass, charClasses } from './char-class.js';
import { CleanWriter, type WrittenText } from './clean-writer.js';
import { Fold, foldClasses, foldedCode } from './fold.js';
import { countTraditional } from './script.js';

/** Read `replacement` instead of `source.slice(start, end)`. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;
const SYLLABLE = /[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})[)）]/y;

/** Length of a reading in brackets at `offset`, as traditional mirror pages leave them: 習(xí); 0 when there is none. */
function debrisAt(source: string, offset: number, takesToneless: boolean): number {
  if (charClasses()[source.charCodeAt(offset + 1)] === CharClass.han) return 0;
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
const TAB = 0x09;
const WIDE_BRACKET = '（'.charCodeAt(0);

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
  return (
    (opensAfter && is(blank + 4, CharClass.blank)) ||
    (closesBefore && is(blank - 4, CharClass.blank)) ||
    (opensAfter && !is(blank + 4, CharClass.han)) ||
    (closesBefore && !is(blank - 4, CharClass.han))
  );
}

export interface CleanText extends WrittenText {
  /** how many characters of the source only traditional text has */
  traditional: number;
}

/**
 * The source with folded forms, canonical marks and without debris. One loop; a text that needs nothing comes back as it is.
 * Steps at a character, by its fold class: drop (zero width, soft hyphen), debris behind a Han character, inner blanks,
 * straight quotes by turns, ASCII marks next to Han text, full-width forms and radicals by table.
 */
export function cleanText(source: string, edits: readonly Edit[] = []): CleanText {
  const folds = foldClasses();
  const cleaner = new Cleaner(source);
  let next = 0;
  let i = 0;
  while (i < source.length) {
    while (next < edits.length && (edits[next] as Edit).start < i) next++;
    const edit = edits[next];
    const stop = edit === undefined ? source.length : Math.min(edit.start, source.length);
    while (i < stop && folds[source.charCodeAt(i)] === Fold.none) i++;
    if (i < stop) i = cleaner.step(i, folds[source.charCodeAt(i)] as number);
    else if (edit !== undefined && i < source.length) i = cleaner.apply(edit);
  }
  return cleaner.finish();
}

/** The state of one cleaning: what is written, which straight quote opens, whether readings have been seen. */
class Cleaner {
  private readonly writer: CleanWriter;
  private readonly quotes = { doubleIsOpen: false, singleIsOpen: false };
  private sawToned = false;
  private traditional = 0;

  constructor(private readonly source: string) {
    this.writer = new CleanWriter(source);
  }

  finish(): CleanText {
    const { text, starts, ends } = this.writer.finish();
    return { text, starts, ends, traditional: this.traditional };
  }

  /** Reads an edit's replacement in place of its stretch; returns where to go on. */
  apply({ start, end, replacement }: Edit): number {
    const next = Math.max(end, start + 1);
    this.traditional += countTraditional(this.source.slice(start, next));
    this.writer.replace(start, next, replacement);
    return next;
  }

  /** Cleans the character at `offset`, and what belongs to it; returns where to go on. */
  step(offset: number, fold: number): number {
    switch (fold) {
      case Fold.drop:
        this.writer.extendLast(offset, offset + 1);
        return offset + 1;
      case Fold.lineEnd:
        return this.endLine(offset);
      case Fold.blank:
        return this.cleanBlanks(offset);
      case Fold.bracket:
        return this.dropDebris(offset) ?? this.foldBracket(offset);
      case Fold.traditional:
        this.traditional++;
        return offset + 1;
      default:
        return this.fold(offset);
    }
  }

  /** Every line end becomes a line feed, and a straight quote left open ends with its line. */
  private endLine(offset: number): number {
    this.quotes.doubleIsOpen = false;
    this.quotes.singleIsOpen = false;
    const code = this.source.charCodeAt(offset);
    if (code === 0x0d && this.source.charCodeAt(offset + 1) === 0x0a) this.writer.replace(offset, offset + 1, '');
    else if (code !== 0x0a) this.writer.replace(offset, offset + 1, '\n');
    return offset + 1;
  }

  /** Leaves out a reading behind a Han character; null when there is none. */
  private dropDebris(offset: number): number | null {
    if (charClasses()[this.writer.lastBefore(offset)] !== CharClass.han) return null;
    const length = debrisAt(this.source, offset, this.sawToned);
    if (length === 0) return null;
    this.sawToned = true;
    this.writer.extendLast(offset, offset + length);
    return offset + length;
  }

  private foldBracket(offset: number): number {
    return this.source.charCodeAt(offset) === WIDE_BRACKET ? offset + 1 : this.fold(offset);
  }

  private fold(offset: number): number {
    const folded = foldedCode(this.source, offset, this.quotes, this.writer.lastBefore(offset));
    if (folded !== this.source.charCodeAt(offset)) this.writer.replace(offset, offset + 1, String.fromCharCode(folded));
    if (!isWideThousands(this.source, offset)) return offset + 1;
    this.writer.replace(offset + 1, offset + 2, ',');
    return offset + 2;
  }

  private cleanBlanks(start: number): number {
    const { source, writer } = this;
    const end = blanksEnd(source, start);
    const after = end < source.length ? foldedDigit(source.charCodeAt(end)) : 0;
    // a tab parts the cells of a table and is never dropped: 地区生产总值\t1369.5
    const isCell = source.charCodeAt(start) === TAB || source.charCodeAt(end - 1) === TAB;
    const isInner = !isCell && end - start <= 2 && isInnerBlank(writer.lastBefore(start), after);
    if (isInner || (!isCell && end - start === 1 && isLetterSpaced(source, start))) {
      writer.replace(start, end, '');
      return end;
    }
    for (let i = start; i < end; i++) {
      const code = source.charCodeAt(i);
      if (code !== 0x20 && code !== 0x09) writer.replace(i, i + 1, ' ');
    }
    return end;
  }
}

function isWideDigit(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}

/** １，３７９: a wide figure behind which a wide comma parts thousands. */
function isWideThousands(source: string, offset: number): boolean {
  if (!isWideDigit(source.charCodeAt(offset)) || source.charAt(offset + 1) !== '，') return false;
  for (let k = 2; k <= 4; k++) if (!isWideDigit(source.charCodeAt(offset + k))) return false;
  return !isWideDigit(source.charCodeAt(offset + 5));
}

/** ５ counts as 5 when it is asked what stands behind a blank. */
function foldedDigit(code: number): number {
  return isWideDigit(code) ? code - 0xfee0 : code === 0xff05 ? PERCENT : code;
}
