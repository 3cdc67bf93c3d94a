import type { StatisticMention } from '../recognisers/mentions.js';

/** The amounts that a printed figure can stand for. */
export interface Range {
  low: number;
  high: number;
}

const SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
/** 约 and 左右 allow a tenth either way. */
const ABOUT = 0.1;

/**
 * What a figure stands for with its rounding as printed: 69.11% is 69.105 to 69.115, 3.5万 is 34500 to 35500, 1379 is 1379.
 * 多, 余, 超过 reach upwards without end, 不足 and 以内 down to nothing: no alarm is raised on what they leave open.
 */
export function printedRange(text: string, figure: StatisticMention): Range {
  const half = halfOfLastPlace(text.slice(figure.start, figure.end), figure);
  const top = figure.upper ?? figure.value;
  if (figure.approximation === 'over') return { low: figure.value - half, high: Number.POSITIVE_INFINITY };
  if (figure.approximation === 'under') return { low: Number.NEGATIVE_INFINITY, high: top + half };
  const slack = figure.approximation === 'about' ? Math.abs(top) * ABOUT : 0;
  return { low: figure.value - half - slack, high: top + half + slack };
}

/** Half of the last printed place: 0.005 for 69.11, 500 for 3.5万; a whole number without a scale is exact. */
function halfOfLastPlace(printed: string, figure: StatisticMention): number {
  const match = /(\d[\d,]*)(?:\.(\d+))?([十百千万亿]*)/.exec(printed);
  if (match === null) return 0;
  const decimals = match[2]?.length ?? 0;
  let scale = 1;
  for (const character of match[3] ?? '') scale *= SCALES[character] as number;
  const isExact =
    decimals === 0 && scale === 1 && (figure.statisticKind === 'count' || figure.statisticKind === 'currency');
  return isExact ? 0 : 0.5 * scale * 10 ** -decimals;
}

export function sumRanges(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, range) => ({ low: sum.low + range.low, high: sum.high + range.high }), {
    low: 0,
    high: 0,
  });
}

/** Quotients of two ranges of positive amounts. */
export function divideRanges(above: Range, below: Range): Range {
  const low = below.high === Number.POSITIVE_INFINITY ? 0 : Math.max(0, above.low) / below.high;
  const high = below.low <= 0 ? Number.POSITIVE_INFINITY : above.high / below.low;
  return { low, high };
}

const DUST = 1e-9;

/** True when some amount lies in both. */
export function meet(a: Range, b: Range): boolean {
  const dust = DUST * Math.max(1, Math.abs(a.high) < Number.POSITIVE_INFINITY ? Math.abs(a.high) : 1);
  return a.low <= b.high + dust && b.low <= a.high + dust;
}

export function scaleRange(range: Range, factor: number): Range {
  return { low: range.low * factor, high: range.high * factor };
}

/** A number for people: 1379, 69.11, 3.5万. */
export function show(value: number): string {
  if (Math.abs(value) >= 1e8) return `${trim(value / 1e8)}亿`;
  if (Math.abs(value) >= 1e4 && value % 1000 === 0) return `${trim(value / 1e4)}万`;
  return trim(value);
}

function trim(value: number): string {
  return Number(value.toFixed(Number.isInteger(value) ? 0 : 4)).toString();
}
