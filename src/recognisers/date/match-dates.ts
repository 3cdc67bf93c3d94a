import type { Numeral } from '../../language/numerals.js';
import type { Claims } from '../claims.js';
import type { Expression } from './expression.js';
import { matchAtHit } from './match-hit.js';
import { matchAtNumeral } from './match-numeral.js';
import { matchWholeText } from './match-whole-text.js';
import type { Scan } from './scan.js';

/** All date expressions of the text in order; each takes its numerals. One walk over numerals and calendar words together. */
export function matchDates(scan: Scan, claims: Claims): Expression[] {
  const whole = matchWholeText(scan);
  if (whole !== null) {
    claims.take(whole, 'date');
    return [whole];
  }
  const { numerals, hits } = scan;
  const found: Expression[] = [];
  let [i, j, end] = [0, 0, 0];
  while (i < numerals.length || j < hits.length) {
    const numeral = numerals[i];
    const hit = hits[j];
    let expression: Expression | null = null;
    if (hit !== undefined && (numeral === undefined || hit.start <= numeral.start)) {
      j++;
      if (hit.start >= end) expression = matchAtHit(scan, hit, end);
    } else {
      i++;
      if ((numeral as Numeral).start >= end) expression = matchAtNumeral(scan, numeral as Numeral, end);
    }
    if (expression === null) continue;
    claims.take(expression, 'date', i);
    found.push(expression);
    end = expression.end;
  }
  return found;
}
