import type { Expression, Point } from './expression.js';
import { dayFirst, figurePoint } from './match-figures.js';
import { matchRange } from './match-range.js';
import type { Scan } from './scan.js';

const SHORT = /^\s?(\d{1,2})\/(\d{1,2})(?:\/(\d\d))?\s?$/;

/**
 * 2/15 and 3/3/15 where they are all that the text says, as in the field of a form; elsewhere they are shares, scores and page
 * numbers. The month is first where no year stands; with one it is ordered as 3/3/2015 is.
 */
export function matchWholeText(scan: Scan): Expression | null {
  const match = scan.text.length > 10 ? null : SHORT.exec(scan.text);
  if (match === null) return null;
  const point = shortDate(scan, match);
  return point === null ? null : matchRange(scan, point);
}

function shortDate(scan: Scan, match: RegExpExecArray): Point | null {
  const start = scan.text.search(/\d/);
  const span = { start, end: start + match[0].trim().length };
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (match[3] === undefined)
    return figurePoint(scan, span, null, first, second) ?? figurePoint(scan, span, null, second, first);
  const year = Number(match[3]);
  return dayFirst(scan, span, year + (year > 50 ? 1900 : 2000), first, second);
}
