import formulations from '../../corpus/formulations.json';
import idioms from '../../corpus/idioms.json';
import names from '../../corpus/names.json';
import { checkEntries } from './check-entries.js';
import { FormulationIndex } from './formulation-index.js';
import { listTerms } from './list-terms.js';
import type { FormulationEntry, FormulationInput, NameEntry } from './schema.js';
import { searchEntries } from './search-entries.js';
import type { Term } from './term-index.js';

export type { FormulationEntry, FormulationInput } from './schema.js';

/** What the library knows of fixed formulations (数字提法), with a user's own entries before ours. It never changes. */
export interface Lexicon {
  /** version of the corpus; with entries of a user's own, also their checksum */
  readonly version: string;
  /** the formulations, a user's own first */
  readonly entries: readonly FormulationEntry[];
  /**
   * Finds a formulation by its label or a variant; quotation marks and blanks in the label do not matter.
   * `date` (YYYY, YYYY-MM or YYYY-MM-DD) chooses between entries of different times; without it the latest is returned.
   */
  lookup(label: string, options?: { date?: string | null }): FormulationEntry | null;
  /** Entries whose label, variant or member holds the query; the closest first. */
  search(query: string): FormulationEntry[];
  /**
   * A new lexicon in which the given entries win over these.
   * @throws TifaError `bad-lexicon` when one entry is wrong; then none is taken
   */
  extend(entries: readonly FormulationInput[]): Lexicon;
  /** Every form for the index of terms; of equal forms only the first, a formulation before an idiom or a name. */
  terms(): Term[];
}

let shipped: Lexicon | null = null;

/** The lexicon as shipped: indexed at the first call, the same one afterwards. */
export function loadLexicon(): Lexicon {
  shipped ??= layLexicon(formulations.version, [new FormulationIndex(formulations.entries)]);
  return shipped;
}

/**
 * A lexicon with entries of your own, which win over the shipped ones with the same label.
 * @throws TifaError `bad-lexicon` with number, field and what was expected; nothing is loaded by halves
 */
export function extendLexicon(entries: readonly FormulationInput[], base: Lexicon = loadLexicon()): Lexicon {
  return base.extend(entries);
}

/** Layers are asked in order, so that a label found in an upper one hides all entries of that label below. */
function layLexicon(version: string, layers: readonly FormulationIndex[]): Lexicon {
  const entries = layers.flatMap((layer) => layer.entries);
  return Object.freeze({
    version,
    entries,
    lookup: (label: string, { date = null }: { date?: string | null } = {}) => findInLayers(layers, label, date),
    search: (query: string) => searchEntries(entries, query),
    extend: (own: readonly FormulationInput[]) => {
      const checked = checkEntries(own);
      const extended = `${version}+${checksum(JSON.stringify(checked))}`;
      return layLexicon(extended, [new FormulationIndex(checked), ...layers]);
    },
    terms: () => listTerms(entries, idioms.entries, names.entries as readonly NameEntry[]),
  });
}

function findInLayers(
  layers: readonly FormulationIndex[],
  label: string,
  date: string | null,
): FormulationEntry | null {
  for (const layer of layers) {
    const entry = layer.find(label, date);
    if (entry !== null) return entry;
  }
  return null;
}

/** FNV-1a over UTF-16 code units: tells two lexicons apart in a report, guards nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
