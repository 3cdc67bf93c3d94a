import type { SourceDocument } from '../document/source-document.js';
import { readDocument } from '../readers/read-document.js';
import type { Input } from './inputs.js';
import { readStandardInput } from './streams.js';

/** A document that was read, or why it was not. */
export type Outcome = { document: SourceDocument } | { failure: unknown };

/** Reads one input; a failure is an outcome like any other, so that the next input is still read. */
export async function* readInput(input: Input): AsyncGenerator<Outcome> {
  if (input !== 'stdin' && 'failure' in input) {
    yield { failure: input.failure };
    return;
  }
  try {
    if (input === 'stdin')
      yield { document: await readDocument(await readStandardInput(), { name: 'standard input' }) };
    else if (/\.zip$/i.test(input.path)) yield* readZip(input.path);
    else yield { document: await readDocument(input.path) };
  } catch (failure) {
    yield { failure };
  }
}

/** A .zip is read as the folder that it is. */
async function* readZip(path: string): AsyncGenerator<Outcome> {
  const { readArchive } = await import('../readers/read-archive.js');
  for await (const entry of readArchive(path)) yield 'error' in entry ? { failure: entry.error } : { document: entry };
}
