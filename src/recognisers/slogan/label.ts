import type { Numeral } from '../../language/numerals.js';
import { CharClass, charClasses } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { CLASSIFIERS, CONCRETE } from './words.js';

/** What a label is made of. */
export interface Label extends Span {
  numerals: (number | null)[];
  declared: number[];
  classifier: string | null;
  head: Span;
}

const LONGEST_QUOTED = 18;
export const LARGEST_DECLARED = 60;
/** 约法(三章): characters before the numeral */
const LONGEST_LEAD = 3;

/** 八八 and 461 name their figures one by one: 八八战略 → [8,8], “461”合作框架 → [4,6,1]. */
function valuesOf(text: string, numeral: Numeral): (number | null)[] {
  if (numeral.end - numeral.start === 1) return [numeral.value];
  const surface = text.slice(numeral.start, numeral.end);
  if (/^[一二三四五六七八九两]{2,}$/.test(surface) || /^[1-9]{3,5}$/.test(surface))
    return [...surface].map((figure) =>
      '0123456789'.indexOf(figure) >= 0
        ? Number(figure)
        : '〇一二三四五六七八九'.indexOf(figure === '两' ? '二' : figure),
    );
  return [numeral.value];
}

/**
 * Counts that the name allows, the likeliest first: the sum of its numerals (三高四新: 7), without a 一 that unites them (五位一体: 5,
 * 一线四步: 4); a name of bare figures has a member for each (“461”: 3).
 */
function declaredBy(numerals: readonly (number | null)[], isBare: boolean, isUnited: boolean): number[] {
  if (isBare) return [numerals.length];
  if (numerals.length === 1) return isDeclarable(numerals[0]) ? [numerals[0] as number] : [];
  const known = numerals.filter(isDeclarable);
  if (known.length === 0) return [];
  const first = known[0] as number;
  if (known.length === 1) return [first];
  const sum = known.reduce((total, value) => total + value, 0);
  const [last] = known.slice(-1) as [number];
  const order = isUnited ? [first, sum] : first === 1 ? [sum - 1, sum, last] : [sum, first, last];
  return [...new Set(order)].filter((value) => value > 1);
}

function isDeclarable(value: number | null | undefined): value is number {
  return value != null && value > 0 && value <= LARGEST_DECLARED;
}

/**
 * A quoted formulation: 四个意识, 六必谈, 三高四新, 六+N, 一地、一区、一城, 新三样.
 * null for what is none: a lone 一 (一张网), 一人一策, sentences, bare years and days (三八, 五四).
 */
export function quotedLabel(
  text: string,
  quoted: Span,
  numerals: readonly Numeral[],
  from: number,
  after: string,
): Label | null {
  const opening = numerals[from];
  if (opening === undefined || opening.start >= quoted.end || opening.start - quoted.start > LONGEST_LEAD) return null;
  const inner = withoutBracket(text, quoted);
  const length = inner.end - inner.start;
  if (length < 2 || length > LONGEST_QUOTED) return null;
  const inside = numeralsInside(numerals, from, inner);
  const first = inside[0];
  const hasFree = inside.some((numeral) => numeral.role === null && numeral.value !== 1);
  if (first === undefined || !opensLabel(text, inner, first, hasFree)) return null;
  if (hasForeignMark(text, inner)) return null;
  const values: (number | null)[] = [];
  for (const numeral of inside) if (!isLexicalOne(text, numeral)) values.push(...valuesOf(text, numeral));
  const surface = text.slice(inner.start, inner.end);
  if (!isCountable(values, surface)) return null;
  const isBare = inside.length === 1 && first.end === inner.end;
  if (isBare && !(values.length > 1 && NAMED_BY_FIGURES.test(after))) return null;
  const rest = { start: first.end, end: inner.end };
  const classifier = classifierAt(text, rest);
  const head = { start: rest.start + (classifier === null ? 0 : classifier.length), end: inner.end };
  return {
    start: inner.start,
    end: inner.end,
    numerals: values,
    declared:
      classifier === '个' && !isCountedTwice(text, inside)
        ? declaredBy(values.slice(0, 1), false, false)
        : declaredBy(values, isBare, surface.includes('一体')),
    classifier,
    head: isBare ? inner : head,
  };
}

/** “三个倍增、两个提升”: each part is counted, not so the one of “四个一”. */
function isCountedTwice(text: string, numerals: readonly Numeral[]): boolean {
  return numerals.filter((numeral) => text.charAt(numeral.end) === '个').length > 1;
}

/** “四联工作法（联建、联治、联管、联享）”: what a bracket at the end explains is no part of the label. */
function withoutBracket(text: string, quoted: Span): Span {
  if (text.charAt(quoted.end - 1) !== '）') return quoted;
  const open = text.indexOf('（', quoted.start);
  return open > quoted.start && open < quoted.end ? { start: quoted.start, end: open } : quoted;
}

/** What may stand behind “461” or “一二三” for them to be formulations and not dates. */
const NAMED_BY_FIGURES =
  /^(?:”?(?:：|，?(?:即|是指|就是))|[一-鿿]{0,6}(?:战略|框架|格局|工程|体系|思路|布局|模式|行动|计划|机制|工作法|发展|目标|部署|架构))/;

/** The 一 of 统一, 进一步 counts nothing; that of 五位一体 and 五个一批 does. */
function isLexicalOne(text: string, numeral: Numeral): boolean {
  return (
    numeral.value === 1 &&
    /统一|进一步|一律|一致|单一|唯一|同一|一定|一样|划一/.test(
      text.slice(Math.max(0, numeral.start - 1), numeral.end + 1),
    )
  );
}

function numeralsInside(numerals: readonly Numeral[], from: number, span: Span): Numeral[] {
  const inside: Numeral[] = [];
  for (let i = from; i < numerals.length; i++) {
    const numeral = numerals[i] as Numeral;
    if (numeral.start >= span.end) break;
    if (numeral.start >= span.start && numeral.end <= span.end) inside.push(numeral);
  }
  return inside;
}

/** The label begins with its numeral, or with 新 or 老 before it, or ends in it and a measure (约法三章); that numeral is nobody else's (一线 in “一线四步” is no idiom). */
function opensLabel(text: string, inner: Span, first: Numeral, hasFree: boolean): boolean {
  const isTaken = first.role !== null && first.role !== 'slogan';
  if (isTaken && !(first.role === 'idiom' && hasFree)) return false;
  if (first.form === 'vague' || first.approximate) return false;
  const lead = text.slice(inner.start, first.start);
  if (lead === '' || lead === '新' || lead === '老') return true;
  return lead.length <= 3 && inner.end - first.end === 1 && '章条法招策问诀歌'.includes(text.charAt(first.end));
}

const HAN_FIGURES = new CharSet('一二三四五六七八九十两双');

function hasForeignMark(text: string, inner: Span): boolean {
  const classes = charClasses();
  for (let i = inner.start; i < inner.end; i++) {
    const kind = classes[text.charCodeAt(i)] as number;
    const mark = text.charAt(i);
    if (kind === CharClass.sentenceEnd || mark === '；' || mark === '：' || mark === '《') return true;
    if (mark === '，' && classes[text.charCodeAt(i + 1)] === CharClass.han && !HAN_FIGURES.has(text.charCodeAt(i + 1)))
      return true;
  }
  return false;
}

function isCountable(values: readonly (number | null)[], surface: string): boolean {
  const [first] = values;
  if (first === null || first === undefined || first > LARGEST_DECLARED || first < 1 || !Number.isInteger(first))
    return false;
  if (/^\d+(?:[A-Za-z%]|[^+\d一-鿿])/.test(surface)) return false;
  if (isConcrete(surface)) return false;
  if (values.length === 1) return first > 1 && !isPeriod(surface);
  if (values.length === 2 && first === 1 && values[1] === 1) return surface.includes('+');
  return true;
}

/** 5名, 38元一份: a count of people, things, money or time. */
function isConcrete(surface: string): boolean {
  return (
    /^[新老]?(?:\d+|[一二三四五六七八九十两]+)/.test(surface) &&
    /^\d/.test(surface) &&
    CONCRETE.has(surface.replace(/^\d+/, '').charCodeAt(0))
  );
}

/** 三天, 五年, 十号: time and places in a row, in either kind of figure. */
function isPeriod(surface: string): boolean {
  return /^[新老]?[一二三四五六七八九十两\d]+(?:号|年|天|日|月|岁|周年|小时|分钟|公里|元|亩|斤|级$)/.test(surface);
}

function classifierAt(text: string, rest: Span): string | null {
  return rest.end - rest.start >= 2 && CLASSIFIERS.has(text.charCodeAt(rest.start)) ? text.charAt(rest.start) : null;
}
