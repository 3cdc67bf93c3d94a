export { createExtractor, extract, type Extractor } from './extractor/extractor.js';
export type { ExtractorOptions, RecordKind } from './extractor/settings.js';
export { isTifaError, TifaError, type TifaErrorCode } from './errors.js';
export type { SourceDocument } from './document/source-document.js';
export type * from './report/schema.js';
