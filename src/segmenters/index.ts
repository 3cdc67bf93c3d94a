export type { Segmenter, Word } from '../language/segmenter.js';
export { type DictionaryWord, mergeDictionary, wordsOfTerms } from './dictionary.js';
export { loadSegmenter, type SegmenterName, type SegmenterOptions } from './load-segmenter.js';
