import { CharClass, charClasses } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { closingMark } from './context.js';
import type { SeparatorKind } from './costs.js';
import { isOnlyGoverning } from './governing.js';
import { sloganWords } from './words.js';

/** A place where members may be parted; a boundary between two quotations (“A”“B”) has no width. */
export interface Separator extends Span {
  kind: SeparatorKind;
}

const KINDS: Record<string, SeparatorKind> = {
  '、': 'pause',
  '，': 'comma',
  '；': 'semicolon',
  '。': 'stop',
  '！': 'stop',
  '？': 'stop',
};

/** Conjunctions, with the words that begin with them (和平, but not 和平安) and what may not stand before: 总和, 参与, 涉及. */
const CONJUNCTIONS: readonly { form: string; words: RegExp | null; notAfter: string }[] = [
  { form: '以及', words: null, notAfter: '' },
  {
    form: '和',
    words:
      /和(?:平(?!安(?!全)|[台均等衡常原])|谐|睦|解(?![决放读除释])|美(?![国术丽化食])|约(?!束)|谈(?!判|话)|气|缓|善|田)/y,
    notAfter: '共总饱温缓调柔祥',
  },
  { form: '与', words: /与(?:会|时俱|日俱|此)/y, notAfter: '参给赋授付' },
  { form: '及', words: /及(?:时|早|格|第)/y, notAfter: '普涉以顾惠波触危提言' },
];

const [HE, YU, JI, YI, BING] = ['和', '与', '及', '以', '并'].map((character) => character.charCodeAt(0));

function isConjunction(code: number): boolean {
  return code === HE || code === YU || code === JI || code === YI || code === BING;
}

/** Longest stretch that is looked at for one list, in characters. */
export const LONGEST_RUN = 600;

/** Separators beyond these are no list's. */
const MOST_SEPARATORS = 60;

/**
 * Separators between `start` and `end` that stand outside quotation marks, brackets and book titles. A bracket that is closed
 * but not opened inside the stretch ends nothing; one left open hides nothing.
 */
export function readSeparators(text: string, span: Span, most = MOST_SEPARATORS): Separator[] {
  const classes = charClasses();
  const separators: Separator[] = [];
  let depth = 0;
  for (let i = span.start; i < span.end && separators.length <= most; i++) {
    const kind = classes[text.charCodeAt(i)] as number;
    if (kind === CharClass.open) {
      if (depth > 0 || closingMark(text, i, span.end) !== -1) depth++;
    } else if (kind === CharClass.close) {
      depth = Math.max(0, depth - 1);
      const next = classes[text.charCodeAt(i + 1)] === CharClass.blank ? i + 2 : i + 1;
      if (depth === 0 && next < span.end && '“‘《'.includes(text.charAt(next)))
        separators.push({ start: i + 1, end: next, kind: 'quote' });
    } else if (depth === 0 && kind === CharClass.blank) {
      if (classes[text.charCodeAt(i - 1)] === CharClass.han && classes[text.charCodeAt(i + 1)] === CharClass.han)
        push(separators, { start: i, end: i + 1, kind: 'comma' });
    } else if (depth === 0) {
      if (kind === CharClass.han && !isConjunction(text.charCodeAt(i))) continue;
      const mark = kind === CharClass.han ? undefined : KINDS[text.charAt(i)];
      if (mark === undefined && joinsVerbs(text, separators[separators.length - 1]?.end ?? span.start, i, span.end))
        continue;
      const separator = mark !== undefined ? { start: i, end: i + 1, kind: mark } : conjunctionAt(text, i, span);
      if (separator === null) continue;
      push(separators, separator);
      i = separator.end - 1;
    }
  }
  return separators;
}

/** “，以及” and “”、“” are one separator: the mark, with the conjunction in it. */
function push(separators: Separator[], separator: Separator): void {
  const last = separators[separators.length - 1];
  if (last === undefined || last.end !== separator.start) {
    separators.push(separator);
    return;
  }
  if (separator.kind === 'and' || separator.kind === 'also')
    separators[separators.length - 1] = {
      start: last.start,
      end: separator.end,
      kind: joinedKind(last.kind, separator.kind),
    };
  else separators[separators.length - 1] = { ...separator, start: last.start };
}

const JOINING = new CharSet('和与及并');

/** 扎实保障和改善民生: 和 between two verbs of one object parts nothing. */
function joinsVerbs(text: string, atomStart: number, offset: number, limit: number): boolean {
  if (!JOINING.has(text.charCodeAt(offset)) || offset - atomStart > 8) return false;
  return (
    isOnlyGoverning(text, { start: atomStart, end: offset }) &&
    sloganWords().governing.longestAt(text, offset + 1, limit) !== -1
  );
}

function joinedKind(mark: SeparatorKind, conjunction: SeparatorKind): SeparatorKind {
  if (conjunction === 'also' || mark === 'quote') return conjunction;
  return mark;
}

function conjunctionAt(text: string, offset: number, span: Span): Separator | null {
  const first = text.charAt(offset);
  if (first !== '和' && first !== '与' && first !== '及' && first !== '以') return null;
  for (const { form, words, notAfter } of CONJUNCTIONS) {
    if (!text.startsWith(form, offset)) continue;
    const end = offset + form.length;
    if (end >= span.end || offset === span.start || (form === '与' && '，；、。：'.includes(text.charAt(offset - 1))))
      return null;
    if (notAfter !== '' && notAfter.includes(text.charAt(offset - 1))) return null;
    if (words !== null) {
      words.lastIndex = offset;
      if (words.test(text)) return null;
    }
    return { start: offset, end, kind: form === '以及' ? 'also' : 'and' };
  }
  return null;
}

const OPENING_MARKS = new CharSet('，、；：');
const CLOSING_MARKS = new CharSet('。，；、！');

function isBlank(text: string, offset: number): boolean {
  const kind = charClasses()[text.charCodeAt(offset)] as number;
  return kind === CharClass.blank || kind === CharClass.lineEnd;
}

/** The stretch without blanks, closing marks of a sentence and quotation marks that hold the whole of it. */
export function trimMember(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && (isBlank(text, start) || OPENING_MARKS.has(text.charCodeAt(start)))) start++;
  while (end > start && (isBlank(text, end - 1) || CLOSING_MARKS.has(text.charCodeAt(end - 1)))) end--;
  return unquoted(text, { start, end });
}

/** “四个意识” → 四个意识, where the pair of marks holds the whole stretch. */
function unquoted(text: string, span: Span): Span {
  const open = text.charAt(span.start);
  if (open !== '“' && open !== '‘') return span;
  const close = open === '“' ? '”' : '’';
  return text.charAt(span.end - 1) === close && text.indexOf(close, span.start) === span.end - 1
    ? { start: span.start + 1, end: span.end - 1 }
    : span;
}
