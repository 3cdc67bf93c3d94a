import { hanNumber } from '../../language/han-number.js';
import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import { approximationAfter, approximationBefore } from './approximation.js';
import type { Figure, FigureSort } from './figure.js';
import type { Reading } from './read-figures.js';

const BY = '分之';
/** First characters of what makes a fraction or a multiple of the numeral before. */
const BEHIND = new CharSet('分/番半');

/** 三分之二, 百分之三十, 千分之五, 1/3, 翻一番; null where none stands at the numeral. */
export function readFraction(text: string, numerals: readonly Numeral[], i: number): Reading | null {
  const { end } = numerals[i] as Numeral;
  if (!BEHIND.has(text.charCodeAt(end))) return null;
  switch (text.charAt(end)) {
    case '分':
      return writtenFraction(text, numerals, i);
    case '/':
      return slashFraction(text, numerals, i);
    case '番':
      return folds(text, numerals, i);
    case '半':
      return half(text, numerals, i);
    default:
      return null;
  }
}

function writtenFraction(text: string, numerals: readonly Numeral[], i: number): Reading | null {
  const below = numerals[i] as Numeral;
  const above = numerals[i + 1];
  if (!text.startsWith(BY, below.end) || above === undefined || above.start !== below.end + BY.length) return null;
  const numerator = decimalBehind(text, above);
  const denominator = below.value;
  if (denominator === null || denominator === 0 || numerator === null) return null;
  const found = { start: below.start, end: numerator.end };
  if (denominator === 100) return reading(text, found, numerator.value, '%', 'percentage', i + numerator.used + 1);
  if (denominator === 1000) return reading(text, found, numerator.value, '‰', 'percentage', i + numerator.used + 1);
  return reading(text, found, roundTo(numerator.value / denominator), '', 'fraction', i + numerator.used + 1);
}

/** 百分之三点五: the numeral lexer stops at 点. */
function decimalBehind(text: string, whole: Numeral): { value: number; end: number; used: number } | null {
  if (whole.value === null) return null;
  const match = /^点([〇零一二三四五六七八九]{1,6})/.exec(text.slice(whole.end, whole.end + 8));
  if (match === null) return { value: whole.value, end: whole.end, used: 1 };
  const digits = [...(match[1] as string)].map((digit) => hanNumber(digit)).join('');
  return { value: Number(`${whole.value}.${digits}`), end: whole.end + match[0].length, used: 2 };
}

function slashFraction(text: string, numerals: readonly Numeral[], i: number): Reading | null {
  const above = numerals[i] as Numeral;
  const below = numerals[i + 1];
  if (below === undefined || below.start !== above.end + 1) return null;
  if (above.value === null || below.value === null || above.value >= below.value) return null;
  if (below.value >= 1000 && SCALED.test(text.slice(below.start, below.end))) return rateOf(text, above, below, i);
  if (below.value > 100) return null;
  if (RUNS_ON.has(text.charCodeAt(below.end)) || RUNS_ON.has(text.charCodeAt(above.start - 1))) return null;
  return reading(
    text,
    { start: above.start, end: below.end },
    roundTo(above.value / below.value),
    '',
    'fraction',
    i + 2,
  );
}

/** 1/3/5 and 2021/3 are no fractions. */
const RUNS_ON = new CharSet('0123456789/');
const SCALED = /^1?0*[万千]$|^十万$/;

/** 死亡率15.1/10万: so many in so many, its unit /10万. */
function rateOf(text: string, above: Numeral, below: Numeral, i: number): Reading {
  const span = { start: above.start, end: below.end };
  return reading(text, span, above.value as number, text.slice(above.end, below.end), 'measure', i + 2);
}

/** 翻一番 doubles, 翻两番 is four times. */
function folds(text: string, numerals: readonly Numeral[], i: number): Reading | null {
  const numeral = numerals[i] as Numeral;
  const isFolded = text.charAt(numeral.start - 1) === '翻' || text.startsWith('翻了', numeral.start - 2);
  if (!isFolded || numeral.value === null || numeral.value > 10) return null;
  const start = text.charAt(numeral.start - 1) === '翻' ? numeral.start - 1 : numeral.start - 2;
  return reading(text, { start, end: numeral.end + 1 }, 2 ** numeral.value, '倍', 'multiple', i + 1);
}

/** 一半, 一半以上. */
function half(text: string, numerals: readonly Numeral[], i: number): Reading | null {
  const numeral = numerals[i] as Numeral;
  if (numeral.value !== 1 || numeral.form !== 'han') return null;
  if (!/[^年天个月日径岛边]/.test(text.charAt(numeral.end + 1) || '。')) return null;
  return reading(text, { start: numeral.start, end: numeral.end + 1 }, 0.5, '', 'fraction', i + 1);
}

function roundTo(value: number): number {
  return Number(value.toPrecision(10));
}

function reading(
  text: string,
  span: { start: number; end: number },
  value: number,
  unit: string,
  sort: FigureSort,
  next: number,
): Reading {
  const before = approximationBefore(text, span.start);
  const after = approximationAfter(text, span.end);
  const figure: Figure = {
    start: span.start,
    end: after?.end ?? span.end,
    lead: before?.start ?? span.start,
    value,
    upper: null,
    unit,
    dimension: 'ratio',
    sort,
    approximation: after?.approximation ?? before?.approximation ?? null,
  };
  return { figure, role: 'statistic', next };
}
