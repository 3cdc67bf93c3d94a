import { CharSet } from '../text/char-set.js';
import { calendarEntry } from './calendar.js';
import type { FormulationEntry, IdiomEntry, NameEntry } from './schema.js';
import type { Term } from './term-index.js';

/** Forms for the index of terms. Of equal forms the first stays: a formulation before an idiom, an idiom before a name. */
export function listTerms(
  formulations: readonly FormulationEntry[],
  idioms: readonly IdiomEntry[],
  names: readonly NameEntry[],
): Term[] {
  const terms = new Map<string, Term>();
  const add = (form: string, kind: Term['kind'], key: string, entry: Limits): void => {
    if (!terms.has(form)) terms.set(form, limitTerm(form, kind, key, entry));
  };
  for (const entry of formulations) {
    add(entry.key, 'formulation', entry.key, entry);
    for (const form of entry.variants) add(form, 'formulation', entry.key, entry);
  }
  for (const entry of idioms) add(entry.form, 'idiom', '', entry);
  for (const entry of names) add(entry.form, 'name', '', entry);
  return [...terms.values()];
}

type Limits = Pick<IdiomEntry, 'notBefore' | 'notAfter'>;

const DIGITS = '一二三四五六七八九十百千万亿两几数〇零0123456789.';
const ORDINALS_AND_DIGITS = `第${DIGITS}`;
const IS_DIGIT = new CharSet(DIGITS);
const SCALES = '十百千万亿';

/** No word begins or ends inside a numeral or an ordinal: 四风 is none in 十四风场, 一线 in 第一线, 统一 in 统一万亩. */
function limitTerm(form: string, kind: Term['kind'], key: string, { notBefore, notAfter }: Limits): Term {
  const before = IS_DIGIT.has(form.charCodeAt(0)) ? ORDINALS_AND_DIGITS + (notAfter ?? '') : notAfter;
  const after = IS_DIGIT.has(form.charCodeAt(form.length - 1)) ? SCALES + (notBefore ?? '') : notBefore;
  return { form, kind, key, notBefore: after ?? '', notAfter: before ?? '', calendar: calendarEntry(form) };
}
