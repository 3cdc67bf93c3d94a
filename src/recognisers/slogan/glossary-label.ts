import type { Numeral } from '../../language/numerals.js';
import { CharClass, charClasses } from '../../text/char-class.js';
import type { Claims } from '../claims.js';
import { type Label, quotedLabel } from './label.js';

const LONGEST = 12;
const [LINE_END, COLON] = ['\n', '：'].map((mark) => mark.charCodeAt(0));

/** The numeral is the first word of its line, but for the number of a note: ［22］三资：…. */
export function opensLine(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return Number.isNaN(before) || before === LINE_END || '］]】'.includes(text.charAt(start - 1));
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
