import type { Numeral } from '../../language/numerals.js';
import { CharClass, charClasses } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
import type { Claims } from '../claims.js';
import { type Label, quotedLabel } from './label.js';

const LONGEST = 12;
const COLON = '：'.charCodeAt(0);
const LINE_STARTS = new CharSet('\n］]】');

/** The numeral is the first word of its line, but for the number of a note: ［22］三资：…. */
export function opensLine(text: string, start: number): boolean {
  return start === 0 || LINE_STARTS.has(text.charCodeAt(start - 1));
}

/** 三区同建：产业园区、居住社区、生态景区 — a line of a glossary that names a set of three or more and explains it; null: none. */
export function glossaryLabel(
  text: string,
  numeral: Numeral,
  numerals: readonly Numeral[],
  claims: Claims,
): Label | null {
  if (numeral.form !== 'han' || !opensLine(text, numeral.start)) return null;
  const classes = charClasses();
  let end = numeral.end;
  while (end - numeral.start <= LONGEST && classes[text.charCodeAt(end)] === CharClass.han) end++;
  if (text.charCodeAt(end) !== COLON || end - numeral.end < 1) return null;
  const label = quotedLabel(text, { start: numeral.start, end }, numerals, claims.indexFrom(numeral.start), '');
  return label !== null && Math.max(0, ...label.declared) > 2 ? label : null;
}
