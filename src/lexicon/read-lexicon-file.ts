import { badLexicon, checkEntries, type LocateEntry } from './check-entries.js';
import { type JsonMistake, JsonReader } from './json-reader.js';
import type { FormulationEntry, FormulationInput } from './schema.js';

const SHAPE = 'a list of entries, or an object {"entries": [ … ]}';

/**
 * Reads the text of a lexicon file: JSON, a list of entries or an object with `entries`, as in `corpus/formulations.json`.
 * @throws TifaError `bad-lexicon` with name, line, entry, field and what was expected there
 */
export function readLexiconFile(text: string, name = 'lexicon'): FormulationEntry[] {
  const reader = new JsonReader(text.replace(/^\uFEFF/, ''));
  const entries = findEntries(readValue(reader, name), name);
  const locate: LocateEntry = (index, field) => {
    const entry = entries[index];
    const fieldLine = typeof entry === 'object' && entry !== null ? reader.lineOf(entry, field) : null;
    return `${name}, line ${fieldLine ?? reader.lineOf(entries, index)} (entry ${index + 1})`;
  };
  return checkEntries(entries as FormulationInput[], locate);
}

function readValue(reader: JsonReader, name: string): unknown {
  try {
    return reader.read();
  } catch (error) {
    const { line, expected } = error as JsonMistake;
    throw badLexicon(`${name}, line ${line}, is no JSON: expected ${expected}`);
  }
}

function findEntries(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  const entries = typeof value === 'object' && value !== null ? (value as Record<string, unknown>).entries : null;
  if (!Array.isArray(entries)) throw badLexicon(`${name}, line 1: expected ${SHAPE}`);
  return entries;
}
