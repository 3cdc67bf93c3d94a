import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import { type Expression, vagueExpression } from './expression.js';
import { matchDuration } from './match-duration.js';
import { matchFigureDate, matchFigureYears } from './match-figures.js';
import { matchBareAnniversary, matchEra, matchNumberedPlan } from './match-fixed.js';
import { lengthExpression } from './match-length.js';
import { matchPoint } from './match-point.js';
import { matchRange } from './match-range.js';
import { timeEnd } from './match-time.js';
import type { Scan } from './scan.js';

/** What begins at a numeral that nobody has taken: a date, a length of time, an anniversary. `floor` is where the last one ended. */
export function matchAtNumeral(scan: Scan, numeral: Numeral, floor: number): Expression | null {
  if (numeral.role !== null || !maySpeakOfTime(scan, numeral)) return null;
  const { start } = numeral;
  const before = scan.code(start - 1);
  if (before === ORDINAL) return matchOrdinal(scan, start - 1, floor);
  if (JOINED.has(before) || (before === BEFORE && scan.text.startsWith('公元前', start - 3))) return null;
  const figures = mayBeFigures(scan, numeral) ? matchFigures(scan, start) : null;
  // of a slash nothing else can come: 1/3 is no length
  if (figures !== null || scan.code(numeral.end) === SLASH) return figures;
  return (
    matchNamed(scan, numeral) ??
    (FIRSTS.has(before) ? matchPrefixed(scan, start - 1, floor) : null) ??
    matchPointOrLength(scan, start, floor) ??
    matchTime(scan, start)
  );
}

/** What can stand behind the first number of a date or length of time; every other numeral is passed over at once. */
const BEHIND = new CharSet('年月日号季时点天周小分秒星世工昼:、-—–－~～―─至到/多余几半和与 ');
const BEHIND_CLASSIFIER = new CharSet('月季小星周工世昼年半多五');
const [CLASSIFIER, ORDINAL, BEFORE, ADVANCE, AGE, YEAR, ROUND] = [...'个第前提世年周'].map((character) =>
  character.charCodeAt(0),
);
/** 前三季度, 头11个月. */
const FIRSTS = new CharSet('前头');
/** Figures of another kind: PM2.5, B2-2017, 〔2021〕. */
const JOINED = new CharSet('〔ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const SLASH = '/'.charCodeAt(0);
/** What parts the figures of a date or joins two years. */
const PARTS_FIGURES = new CharSet('-/—–~～');

function maySpeakOfTime(scan: Scan, numeral: Numeral): boolean {
  const next = scan.code(numeral.end);
  if (next === CLASSIFIER) return BEHIND_CLASSIFIER.has(scan.code(numeral.end + 1));
  return BEHIND.has(next) || (numeral.form === 'digits' && isRunTogether(numeral));
}

/** 2021.3.5 and 20210305. */
function isRunTogether({ value, start, end }: Numeral): boolean {
  return value === null || end - start === 8;
}

function mayBeFigures(scan: Scan, numeral: Numeral): boolean {
  return numeral.form === 'digits' && (PARTS_FIGURES.has(scan.code(numeral.end)) || isRunTogether(numeral));
}

/** 2021-03-05, 2014-2024. */
function matchFigures(scan: Scan, start: number): Expression | null {
  const figure = matchFigureDate(scan, start);
  return figure === null ? matchFigureYears(scan, start) : matchRange(scan, figure);
}

/** 20世纪, 80年代, 60周年: told by the character behind the number. */
function matchNamed(scan: Scan, { start, end }: Numeral): Expression | null {
  const next = scan.code(end);
  if (next === AGE || (next === YEAR && scan.text[end + 1] === '代')) return matchEra(scan, start);
  return next === ROUND ? matchBareAnniversary(scan, start) : null;
}

/** 第三季度, 第十四个五年规划; other ordinals are no dates. */
function matchOrdinal(scan: Scan, start: number, floor: number): Expression | null {
  if (start < floor) return null;
  const plan = matchNumberedPlan(scan, start);
  if (plan !== null) return plan;
  const point = matchPoint(scan, start);
  return point === null ? null : matchRange(scan, point);
}

/** 前三季度, 前11个月: 前 opens the expression when it stands before a number; 提前3个月 is a length. */
function matchPrefixed(scan: Scan, start: number, floor: number): Expression | null {
  if (start < floor || scan.code(start - 1) === ADVANCE) return null;
  const point = matchPoint(scan, start);
  return point === null ? null : matchRange(scan, point);
}

function matchPointOrLength(scan: Scan, start: number, floor: number): Expression | null {
  const point = matchPoint(scan, start);
  if (point !== null) return matchRange(scan, point);
  const duration = matchDuration(scan, start);
  return duration === null ? null : lengthExpression(scan, duration, floor);
}

const CLOCK = /\d{1,2}(?:时|:\d\d)/;

/** A time of day alone: 17时01分. */
function matchTime(scan: Scan, start: number): Expression | null {
  const end = timeEnd(scan, start);
  if (end === start || scan.text[end] === '钟') return null;
  return CLOCK.test(scan.text.slice(start, end)) && isClockPlace(scan, start)
    ? vagueExpression(start, end, 'date')
    : null;
}

/** 3:2 is a score, 2.9:1 a ratio: a bare clock needs two figures of minutes and no figure before. */
function isClockPlace({ text }: Scan, start: number): boolean {
  return !/[\d:比约]/.test(text.charAt(start - 1));
}
