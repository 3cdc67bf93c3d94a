import type { Numeral } from '../../language/numerals.js';
import type { Claims } from '../claims.js';
import type { Expression } from './expression.js';
import { matchAtHit } from './match-hit.js';
import { matchAtNumeral } from './match-numeral.js';
import type { CalendarHit, Scan } from './scan.js';

/** All date expressions of the text in order; each takes its numerals. One walk over numerals and calendar words together. */
export function matchDates(scan: Scan, claims: Claims): Expression[] {
  const found: Expression[] = [];
  let [i, j, end] = [0, 0, 0];
  while (i < scan.numerals.length || j < scan.hits.length) {
    const numeral = scan.numerals[i];
    const hit = scan.hits[j];
    const isHit = hit !== undefined && (numeral === undefined || hit.start <= numeral.start);
    if (isHit) j++;
    else i++;
    const candidate = (isHit ? hit : numeral) as CalendarHit | Numeral;
    if (candidate.start < end) continue;
    const expression = 'entry' in candidate ? matchAtHit(scan, candidate, end) : matchAtNumeral(scan, candidate, end);
    if (expression === null) continue;
    claims.take(expression, 'date');
    found.push(expression);
    end = expression.end;
  }
  return found;
}
