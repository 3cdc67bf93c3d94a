import { scanText } from '../document/scan.js';
import { readSentences } from '../document/sentences.js';
import { readStructure } from '../document/structure.js';
import type { Segmenter } from '../language/segmenter.js';
import { cutTokens } from '../language/tokens.js';
import type { Span } from '../text/span.js';
import { createView } from '../text/view.js';
import { loadSegmenter } from './load-segmenter.js';

/** A text cut up; all offsets are half-open UTF-16 offsets into the text as given. */
export interface Segmentation {
  sentences: (Span & { text: string })[];
  /** words with part of speech; blanks are none */
  tokens: (Span & { text: string; tag: string })[];
}

/** Loading takes up to a second: the engine that nobody chose is loaded once, when a text first comes. */
let standard: Segmenter | null = null;

function standardSegmenter(): Segmenter {
  standard ??= loadSegmenter();
  return standard;
}

/**
 * Cuts a text into sentences and words.
 * @param segmenter the engine, see `loadSegmenter`; nodejieba or `@node-rs/jieba` when absent
 * @example segment('增强“四个意识”。').tokens.map((token) => token.text) // 增强 “ 四个意识 ” 。
 */
export function segment(text: string, segmenter: Segmenter = standardSegmenter()): Segmentation {
  const view = createView(text);
  const { paragraphs } = readStructure(view, scanText(view.text), null);
  const place = (span: Span): Span & { text: string } => {
    const { start, end } = view.toSource(span);
    return { start, end, text: text.slice(start, end) };
  };
  return {
    sentences: readSentences(view.text, paragraphs).map(place),
    tokens: cutTokens(view.text, segmenter).map((token) => ({ ...place(token), tag: token.tag })),
  };
}
