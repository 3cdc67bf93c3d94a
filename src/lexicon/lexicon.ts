import type { Term } from './term-index.js';
export interface FormulationEntry { key: string; members: string[] | null; count: number | null; variants: string[]; fixed: boolean }
export interface Lexicon {
  version: string;
  lookup(label: string, options?: { date?: string | null }): FormulationEntry | null;
  extend(entries: readonly FormulationEntry[]): Lexicon;
  terms(): Term[];
}
const none: Lexicon = { version: '0', lookup: () => null, extend: () => none, terms: () => [] };
export function loadLexicon(): Lexicon {
  return none;
}
