import type { SourceDocument } from '../document/source-document.js';
import { readDocument } from '../readers/index.js';
import type { Input } from './inputs.js';
import { readStandardInput } from './streams.js';

/** A document that was read, or why it was not. */
export type Outcome = { document: SourceDocument } | { failure: unknown };

/** Reads one input; a failure is an outcome like any other, so that the next input is still read. */
export async function* readInput(input: Input): AsyncGenerator<Outcome> {
  try {
    if (input === 'stdin') {
      yield { document: await readDocument(await readStandardInput(), { name: 'standard input' }) };
    } else if ('failure' in input) {
      yield { failure: input.failure };
    } else {
      yield { document: await readDocument(input.path) };
    }
  } catch (failure) {
    yield { failure };
  }
}
