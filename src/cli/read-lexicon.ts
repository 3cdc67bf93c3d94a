import { readFile } from 'node:fs/promises';
import { TifaError } from '../errors.js';
import type { FormulationEntry } from '../lexicon/lexicon.js';

/** The file that `--lexicon` names. */
export async function readLexicon(path: string): Promise<FormulationEntry[]> {
  const { readLexiconFile } = await import('../lexicon/read-lexicon-file.js');
  const content = await readFile(path, 'utf8').catch((error) => {
    const remedy = 'Check the path given to --lexicon.';
    throw new TifaError('bad-option', `The lexicon ${path} cannot be read.`, remedy, error);
  });
  return readLexiconFile(content, path);
}
