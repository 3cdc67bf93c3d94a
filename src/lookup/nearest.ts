import { normaliseLabel } from '../lexicon/formulation-index.js';
import { type FormulationEntry, type Lexicon, loadLexicon } from '../lexicon/lexicon.js';

/** Below this similarity (Jaro-Winkler, 0 to 1) two labels have hardly a character in common. */
const MIN_SIMILARITY = 0.6;
const MAX_QUERY = 40;

/** The formulations whose label or variant is written most like the query, the closest first: 四个意思 → 四个意识. */
export async function nearest(query: string, n = 3, lexicon: Lexicon = loadLexicon()): Promise<FormulationEntry[]> {
  const { default: distance } = await import('natural/lib/natural/distance/index.js');
  const wanted = normaliseLabel(query).slice(0, MAX_QUERY);
  const similarity = (entry: FormulationEntry) =>
    Math.max(...[entry.key, ...entry.variants].map((form) => distance.JaroWinklerDistance(wanted, form)));
  const byKey = new Map(lexicon.entries.map((entry) => [entry.key, entry]));
  return [...byKey.values()]
    .map((entry) => ({ entry, similarity: similarity(entry) }))
    .filter((candidate) => candidate.similarity >= MIN_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, n)
    .map(({ entry }) => entry);
}
