import { TifaError } from '../errors.js';
import { normaliseLabel } from './formulation-index.js';
import {
  completeEntry,
  type EntryProblem,
  type FormulationEntry,
  type FormulationInput,
  findEntryProblem,
} from './schema.js';

/** Says where an entry or one of its fields stands: "Line 12 (entry 3)" for a file, "Entry 3" for an array. */
export type LocateEntry = (index: number, field: string) => string;

const MAX_ENTRIES = 100_000;
const byNumber: LocateEntry = (index) => `Entry ${index + 1}`;

/**
 * Entries checked one by one and against each other, with what was left out filled in.
 * @throws TifaError `bad-lexicon` at the first wrong one
 */
export function checkEntries(entries: readonly FormulationInput[], locate: LocateEntry = byNumber): FormulationEntry[] {
  if (!Array.isArray(entries) || entries.length > MAX_ENTRIES)
    throw badLexicon(`The lexicon is expected to be a list of at most ${MAX_ENTRIES} entries`);
  const checked = entries.map((entry, index) => {
    const problem = findEntryProblem(entry);
    if (problem !== null) throw wrongEntry(locate, index, problem);
    return completeEntry(entry);
  });
  checkLabels(checked, locate);
  return checked;
}

/** One label names one thing at a time: 三个环节 may have two entries when their periods do not overlap. */
function checkLabels(entries: readonly FormulationEntry[], locate: LocateEntry): void {
  const users = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    for (const label of new Set([entry.key, ...entry.variants].map(normaliseLabel))) {
      const others = users.get(label) ?? [];
      const other = others.find((earlier) => doOverlap(entries[earlier] as FormulationEntry, entry));
      if (other !== undefined) throw wrongEntry(locate, index, describeClash(entry, label, other));
      users.set(label, [...others.slice(-9), index]);
    }
  });
}

function describeClash(entry: FormulationEntry, label: string, other: number): EntryProblem {
  const field = normaliseLabel(entry.key) === label ? 'key' : 'variants';
  return { field, expected: `another label than "${label}", which entry ${other + 1} has for the same time` };
}

function doOverlap(a: FormulationEntry, b: FormulationEntry): boolean {
  return (a.from ?? '') <= (b.until ?? '9') && (b.from ?? '') <= (a.until ?? '9');
}

function wrongEntry(locate: LocateEntry, index: number, { field, expected }: EntryProblem): TifaError {
  return badLexicon(`${locate(index, field)}, field "${field}": expected ${expected}`);
}

export function badLexicon(message: string): TifaError {
  return new TifaError(
    'bad-lexicon',
    `${message}.`,
    'Correct it and load the lexicon again; nothing of it was loaded.',
  );
}
