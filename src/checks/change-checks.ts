import type { StatisticMention } from '../recognisers/mentions.js';
import { CharSet } from '../text/char-set.js';
import type { Finding } from './check.js';
import { between, type FigureSentence, labelOf, quote } from './figure-sentence.js';
import { divideRanges, meet, printedRange, type Range, scaleRange, show } from './printed-range.js';

const UP = '(?:上升|增加|增长|提高|提升|扩大|跃升|攀升|上调|增|升|涨|发展|回升|恢复)';
const DOWN = '(?:下降|降低|减少|压减|压缩|缩小|缩短|回落|下调|精简|降|减|跌)';
const TO = new RegExp(`^(?:${UP}|${DOWN})(?:了)?(?:到|至|为)[^，。；：、]{0,12}$`);
const RISING = new RegExp(`^${UP}`);
/** Growth of these is stated at constant prices, their amounts at current ones. */
const REAL_TERMS = /生产总值|增加值|GDP|总产值|产值|人均|收入|消费支出|财政|税收|能耗|可比/;
/** What can fall below nothing can fall by more than all of itself. */
const SIGNED = /利润|盈利|收益|顺差|差额|温|亏/;

/** 年均增长14.2% is a rate for each year, not for the whole time between two amounts. */
function isYearly(text: string, figure: StatisticMention): boolean {
  return /(?:年均|平均|每年|月均)[^，。；、]{0,8}$/.test(text.slice(Math.max(0, figure.start - 12), figure.start));
}

/** Two amounts of one thing, the earlier one first. */
interface Pair {
  from: StatisticMention;
  to: StatisticMention;
}

/**
 * Changes against two stated amounts: 由A上升到B that falls; A、比上年的B增加C where A - B is not C; growth rates that do not follow.
 * With `withAgreements` also those that follow.
 */
export function checkChanges(sentence: FigureSentence, withAgreements: boolean): Finding[] {
  const pairs = pairsOf(sentence);
  const findings: Finding[] = [];
  for (const pair of pairs) findings.push(...direction(sentence.text, pair));
  for (const figure of sentence.figures) {
    if (!isTested(figure, pairs) || isYearly(sentence.text, figure)) continue;
    findings.push(...beyondAll(sentence.text, figure));
    const pair = pairs.find((candidate) => figure.of === candidate.to || isBehind(sentence, candidate, figure));
    const comparison = pair === undefined ? againstAmount(sentence, figure) : againstPair(sentence.text, pair, figure);
    if (comparison !== null && (withAgreements || !comparison.agrees))
      findings.push(changeFinding(sentence.text, figure, comparison));
  }
  return findings;
}

/** Whether there is anything that the figure can contradict. */
function isTested(figure: StatisticMention, pairs: readonly Pair[]): boolean {
  if (figure.statisticKind !== 'change') return false;
  return figure.of !== null || pairs.length > 0 || figure.direction === 'down';
}

function pairsOf({ text, figures }: FigureSentence): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const [from, to] = [figures[i] as StatisticMention, figures[i + 1] as StatisticMention];
    if (from.unit !== to.unit || !isBehindFrom(text, from.start) || isRanking(from)) continue;
    if (TO.test(between(text, from, to))) pairs.push({ from, to });
  }
  return pairs;
}

const LONGEST_FROM = 17;
const FROM = new CharSet('由从');
const CLAUSE_ENDS = new CharSet('，。；：、');

/** 由 or 从 stands before it in its clause, at most 16 characters between. */
function isBehindFrom(text: string, start: number): boolean {
  for (let i = start - 1; i >= 0 && i >= start - LONGEST_FROM; i--) {
    const code = text.charCodeAt(i);
    if (FROM.has(code)) return true;
    if (CLAUSE_ENDS.has(code)) return false;
  }
  return false;
}

/** 由369位上升到235位: in a ranking the smaller number is the higher place. */
function isRanking(figure: StatisticMention): boolean {
  return figure.statisticKind === 'rank' || /排名|位次/.test(labelOf(figure));
}

/** 由10.2%上升到0.6%. */
function direction(text: string, { from, to }: Pair): Finding[] {
  const isUp = RISING.test(between(text, from, to));
  const [a, b] = [printedRange(text, from), printedRange(text, to)];
  const isWrong = isUp ? b.high < a.low : b.low > a.high;
  if (!isWrong) return [];
  const message = `${quote(text, from)} to ${text.slice(to.start, to.end)} is no ${isUp ? 'rise' : 'fall'}: ${show(from.value)} → ${show(to.value)}.`;
  return [{ code: 'change', severity: 'warning', message, mentions: [from, to] }];
}

/** 下降120%: nothing falls by more than all of it. */
function beyondAll(text: string, figure: StatisticMention): Finding[] {
  if (
    figure.direction !== 'down' ||
    figure.unit !== '%' ||
    figure.value <= 100 ||
    printedRange(text, figure).low <= 100 ||
    SIGNED.test(labelOf(figure))
  )
    return [];
  return [
    {
      code: 'change',
      severity: 'warning',
      message: `${quote(text, figure)}: nothing can fall by more than 100 %.`,
      mentions: [figure],
    },
  ];
}

/** 从250户增加到430户，增长84.6%: the change right behind the pair. */
function isBehind({ text, figures }: FigureSentence, pair: Pair, figure: StatisticMention): boolean {
  const i = figures.indexOf(pair.to);
  const isNext = figures[i + 1] === figure || (figures[i + 2] === figure && figures[i + 1]?.statisticKind === 'change');
  const words = between(text, pair.to, figure);
  return isNext && i >= 0 && labelOf(figure) === labelOf(pair.to) && words.length <= 14;
}

/** What follows from the figures beside a change, and whether that is what the text says. */
interface Comparison {
  beside: readonly StatisticMention[];
  arithmetic: string;
  agrees: boolean;
}

/** null where the change can't be computed from the two. */
function againstPair(text: string, { from, to }: Pair, figure: StatisticMention): Comparison | null {
  const [a, b, stated] = [printedRange(text, from), printedRange(text, to), printedRange(text, figure)];
  const sign = figure.direction === 'down' ? -1 : 1;
  const beside = [from, to];
  if (figure.unit === '%' && from.unit !== '%' && !REAL_TERMS.test(labelOf(figure))) {
    const growth = scaleRange(shift(divideRanges(b, a), -1), 100);
    const result = sign === 1 ? growth : { low: -growth.high, high: -growth.low };
    return { beside, arithmetic: `${growthText(from.value, to.value)} %`, agrees: meet(result, stated) };
  }
  if (figure.unit === '倍' && from.unit !== '倍') return againstTimes({ from, to }, a, b, stated, sign);
  if (figure.unit !== to.unit && !(figure.unit === '百分点' && to.unit === '%')) return null;
  const difference =
    sign === 1 ? { low: b.low - a.high, high: b.high - a.low } : { low: a.low - b.high, high: a.high - b.low };
  const arithmetic = `${show(to.value)} - ${show(from.value)} = ${show(round(to.value - from.value))}`;
  return { beside, arithmetic, agrees: meet(difference, stated) };
}

/** 由320件增加到1280件，增长3倍: what was there before is not part of the growth. Nothing falls by times. */
function againstTimes({ from, to }: Pair, a: Range, b: Range, stated: Range, sign: number): Comparison | null {
  if (sign === -1 || a.low <= 0) return null;
  const arithmetic = `${show(to.value)} ÷ ${show(from.value)} - 1 = ${Number((to.value / from.value - 1).toFixed(2))}`;
  return { beside: [from, to], arithmetic, agrees: meet(shift(divideRanges(b, a), -1), stated) };
}

function growthText(from: number, to: number): string {
  return `(${show(to)} - ${show(from)}) ÷ ${show(from)} = ${Number((((to - from) / from) * 100).toFixed(2))}`;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}

function shift(range: Range, by: number): Range {
  return { low: range.low + by, high: range.high + by };
}

/** A，比上年增加C，增长P%: C of A - C is P; 较去年的B增加C: A - B is C. */
function againstAmount({ text, figures }: FigureSentence, figure: StatisticMention): Comparison | null {
  const target = figure.of;
  if (target === null || target.statisticKind === 'change') return null;
  const base = baseOf(text, figures, target, figure);
  if (base !== undefined) return againstPair(text, { from: base, to: target }, figure);
  const absolute = figures.find(
    (other) =>
      other !== figure &&
      other.of === target &&
      other.unit === target.unit &&
      other.direction === figure.direction &&
      other.basis === figure.basis,
  );
  if (absolute === undefined || figure.unit !== '%' || target.unit === '%' || REAL_TERMS.test(labelOf(figure)))
    return null;
  const [level, difference] = [printedRange(text, target), printedRange(text, absolute)];
  const isUp = figure.direction === 'up';
  const before = isUp
    ? { low: level.low - difference.high, high: level.high - difference.low }
    : { low: level.low + difference.low, high: level.high + difference.high };
  if (before.low <= 0) return null;
  const start = round(isUp ? target.value - absolute.value : target.value + absolute.value);
  return {
    beside: [target, absolute],
    arithmetic: `${show(absolute.value)} ÷ ${show(start)} = ${Number(((100 * absolute.value) / start).toFixed(2))} %`,
    agrees: meet(scaleRange(divideRanges(difference, before), 100), printedRange(text, figure)),
  };
}

/** 较“十三五”末的612亿元增加…: the base stands between the amount and the change, behind 较 or 比. */
function baseOf(
  text: string,
  figures: readonly StatisticMention[],
  target: StatisticMention,
  figure: StatisticMention,
): StatisticMention | undefined {
  return figures.find(
    (other) =>
      other.start > target.start &&
      other.start < figure.start &&
      other.unit === target.unit &&
      other.statisticKind !== 'change' &&
      /[比较][^，。；、]{1,16}的$/.test(text.slice(Math.max(0, other.start - 20), other.start)),
  );
}

function changeFinding(text: string, figure: StatisticMention, { beside, arithmetic, agrees }: Comparison): Finding {
  const verb = figure.direction === 'down' ? 'fall' : 'rise';
  const stated = `a ${verb} of ${text.slice(figure.start, figure.end)} (${labelOf(figure)})`;
  return {
    code: 'change',
    severity: agrees ? 'info' : 'warning',
    message: agrees ? `${arithmetic}, agrees with ${stated}.` : `${arithmetic}, but the text says ${stated}.`,
    mentions: [...beside, figure],
  };
}
