import { normaliseLabel } from './formulation-index.js';
import type { FormulationEntry } from './schema.js';

/** Where the query stands, the closest first. */
const PLACES: readonly ((entry: FormulationEntry, query: string) => boolean)[] = [
  (entry, query) => entry.key === query || entry.variants.some((form) => normaliseLabel(form) === query),
  (entry, query) => entry.key.includes(query) || entry.variants.some((form) => normaliseLabel(form).includes(query)),
  (entry, query) => entry.members?.includes(query) ?? false,
  (entry, query) => entry.members?.some((member) => member.includes(query)) ?? false,
];

/** Entries whose label, variant or member holds the query: 四个意识 and 看齐意识 both find 四个意识. */
export function searchEntries(entries: readonly FormulationEntry[], query: string): FormulationEntry[] {
  const wanted = normaliseLabel(query);
  if (wanted === '') return [];
  const found: FormulationEntry[][] = PLACES.map(() => []);
  for (const entry of entries) {
    const place = PLACES.findIndex((standsIn) => standsIn(entry, wanted));
    if (place !== -1) found[place]?.push(entry);
  }
  return found.flat();
}
