import { scanText } from '../../src/document/scan.js';
import type { Numeral } from '../../src/language/numerals.js';

/** Every numeral of a text. */
export function readNumerals(text: string): Numeral[] {
  return scanText(text).numerals;
}
