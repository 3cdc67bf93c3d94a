export type { Segmenter, Word } from '../language/segmenter.js';
export { loadSegmenter, type SegmenterName, type SegmenterOptions } from './load-segmenter.js';
export { type Segmentation, segment } from './segment.js';
