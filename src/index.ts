import type { SourceDocument } from './document/source-document.js';
import type { ReadFailure, ReadOptions } from './readers/index.js';

export type { SourceDocument } from './document/source-document.js';
export { isTifaError, TifaError, type TifaErrorCode } from './errors.js';
export { type ExplainedPlace, type ExplainedProposal, type ExplainedSlogan, explain } from './extractor/explain.js';
export { extractDates } from './extractor/extract-dates.js';
export { extractStatistics } from './extractor/extract-statistics.js';
export { createExtractor, type Extractor, extract } from './extractor/extractor.js';
export type { ExtractorOptions, RecordKind } from './extractor/settings.js';
export { parseNumber } from './language/number.js';
export type { Segmenter } from './language/segmenter.js';
export {
  extendLexicon,
  type FormulationEntry,
  type FormulationInput,
  type Lexicon,
  loadLexicon,
} from './lexicon/lexicon.js';
export { readLexiconFile } from './lexicon/read-lexicon-file.js';
export type { ReadFailure, ReadOptions } from './readers/index.js';
export type * from './report/schema.js';
export { loadSegmenter, type Segmentation, type SegmenterOptions, segment } from './segmenters/index.js';
export { toCodePointOffset } from './text/code-point-offset.js';

/**
 * Reads a file of any supported format to text with exact places; `extract` takes what it returns.
 * Formats and options: see `tifa`'s README. The readers are loaded with the first call.
 * @param input bytes, or the path of a file
 * @throws TifaError `file-not-found`, `file-unreadable`, `file-empty`, `file-unsupported`, `file-damaged`
 */
export async function readDocument(input: Uint8Array | string, options?: ReadOptions): Promise<SourceDocument> {
  return (await import('./readers/index.js')).readDocument(input, options);
}

/**
 * Reads the files of a .zip as a folder, in the archive's order, archives inside it too. A file that cannot be read comes as a
 * `ReadFailure`, and the next one is read.
 * @param input bytes, or the path of an archive of up to 512 MB
 * @throws TifaError `file-not-found`, `file-unreadable`, `file-unsupported`, `file-damaged` for the archive itself
 */
export async function* readArchive(
  input: Uint8Array | string,
  options?: Pick<ReadOptions, 'name' | 'encoding'>,
): AsyncGenerator<SourceDocument | ReadFailure> {
  yield* (await import('./readers/index.js')).readArchive(input, options);
}

/**
 * True for the bytes of a ZIP that holds files, and is no document of its own as DOCX is: `readArchive` takes it.
 * @throws TifaError `file-damaged` for a ZIP that is cut short
 */
export async function isArchive(bytes: Uint8Array): Promise<boolean> {
  return (await import('./readers/index.js')).isArchive(bytes);
}
