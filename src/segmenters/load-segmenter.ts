import { createRequire } from 'node:module';
import { isTifaError, TifaError } from '../errors.js';
import type { Segmenter } from '../language/segmenter.js';
import { type FormulationInput, loadLexicon } from '../lexicon/lexicon.js';
import { type DictionaryWord, wordsOfTerms } from './dictionary.js';
import { loadNodeRs } from './node-rs.js';
import { loadNodejieba } from './nodejieba.js';

export type SegmenterName = 'nodejieba' | 'node-rs';

export interface SegmenterOptions {
  /** Which engine; by default nodejieba where it has a binary, and `@node-rs/jieba` everywhere else and in worker threads. */
  engine?: SegmenterName;
  /** Formulations of your own, as in `createExtractor`; they are kept whole like those of the lexicon. */
  lexicon?: readonly FormulationInput[];
}

/** Asked of Node only when a segmenter is wanted: what knows about threads takes as long to load as a whole document to read. */
function isMainThread(): boolean {
  return (createRequire(import.meta.url)('node:worker_threads') as typeof import('node:worker_threads')).isMainThread;
}

function loadNamed(engine: SegmenterName, words: readonly DictionaryWord[]): Segmenter {
  if (engine === 'node-rs') return loadNodeRs(words);
  if (engine === 'nodejieba') return loadNodejieba(words);
  throw new TifaError('bad-option', `There is no segmenter "${engine}".`, 'Choose "nodejieba" or "node-rs".');
}

function missing(engine: string, cause: unknown): TifaError {
  const remedy =
    engine === 'nodejieba'
      ? 'Install a C++ compiler and run "npm rebuild nodejieba", or use the engine "node-rs".'
      : 'Run "npm install" again on this machine, so that the package for its processor is fetched.';
  return new TifaError('segmenter-missing', `The segmenter "${engine}" could not be loaded.`, remedy, cause);
}

/**
 * Loads a segmenter with its dictionary; takes 0.2 to 0.8 s and 60 to 250 MB, so keep it and use it for all texts.
 * Which engine it is makes no difference to the tokens.
 */
export function loadSegmenter(options: SegmenterOptions = {}): Segmenter {
  const words = wordsOfTerms(
    loadLexicon()
      .extend(options.lexicon ?? [])
      .terms(),
  );
  // In a thread nodejieba costs 250 MB that are never freed, and a thread that ends during a call takes the process with it.
  const wanted = options.engine ?? (isMainThread() ? 'nodejieba' : 'node-rs');
  try {
    return loadNamed(wanted, words);
  } catch (error) {
    if (options.engine === undefined && wanted === 'nodejieba') return loadSegmenter({ ...options, engine: 'node-rs' });
    throw isTifaError(error) ? error : missing(wanted, error);
  }
}
