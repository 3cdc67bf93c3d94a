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

function readFormulation({ key, variants }: FormulationEntry): Term[] {
  return [key, ...variants].map((form) => ({ form, kind: 'formulation', key }));
}

function readTerm({ form, notBefore, notAfter }: IdiomEntry | NameEntry, kind: 'idiom' | 'name'): Term {
  const term: Term = { form, kind, key: '' };
  if (notBefore !== undefined) term.notBefore = notBefore;
  if (notAfter !== undefined) term.notAfter = notAfter;
  return term;
}
