import type { FormulationEntry, IdiomEntry, NameEntry } from './schema.js';
import type { Term } from './term-index.js';

/** Forms for the index of terms. Of equal forms the first stays: a formulation before an idiom, an idiom before a name. */
export function listTerms(
  formulations: readonly FormulationEntry[],
  idioms: readonly IdiomEntry[],
  names: readonly NameEntry[],
): Term[] {
  const all = [
    ...formulations.flatMap(readFormulation),
    ...idioms.map((entry) => readTerm(entry, 'idiom')),
    ...names.map((entry) => readTerm(entry, 'name')),
  ];
  const terms = new Map<string, Term>();
  for (const term of all) if (!terms.has(term.form)) terms.set(term.form, term);
  return [...terms.values()];
}

function readFormulation(entry: FormulationEntry): Term[] {
  return [entry.key, ...entry.variants].map((form) => limitTerm({ form, kind: 'formulation', key: entry.key }, entry));
}

function readTerm(entry: IdiomEntry | NameEntry, kind: 'idiom' | 'name'): Term {
  return limitTerm({ form: entry.form, kind, key: '' }, entry);
}

const DIGITS = '一二三四五六七八九十百千万亿两几数〇零0123456789.';
const SCALES = '十百千万亿';

/** No word begins or ends inside a numeral or an ordinal: 四风 is none in 十四风场, 一线 in 第一线, 统一 in 统一万亩. */
function limitTerm(term: Term, { notBefore = '', notAfter = '' }: Pick<IdiomEntry, 'notBefore' | 'notAfter'>): Term {
  const before = DIGITS.includes(term.form.charAt(0)) ? `第${DIGITS}${notAfter}` : notAfter;
  const after = DIGITS.includes(term.form.charAt(term.form.length - 1)) ? SCALES + notBefore : notBefore;
  if (after !== '') term.notBefore = after;
  if (before !== '') term.notAfter = before;
  return term;
}
