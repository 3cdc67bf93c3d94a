import type { TermIndex } from '../lexicon/term-index.js';
import type { View } from '../text/view.js';
import type { Attribution, Document, Sentence } from './document.js';
import { readEnumerations } from './enumerations.js';
import { readMarkers } from './markers.js';
import { scanText } from './scan.js';
import { readSentences } from './sentences.js';
import { readStructure, type StructureHints } from './structure.js';

/** Reads a view once: numerals, lexicon words, structure, enumerations. Everything after this only looks things up. */
export function readViewAsDocument(view: View, index: TermIndex, hints: StructureHints | null = null): Document {
  const text = view.text;
  const scan = scanText(text, index);
  const { numerals, marks, terms } = scan;
  const structure = readStructure(view, scan, hints);
  const sentences = readSentences(text, structure.paragraphs, marks);
  assignAttributions(sentences, structure.attributions);
  const markers = readMarkers(text, structure.paragraphs, numerals, scan.openings);
  return {
    view,
    text,
    numerals,
    terms,
    paragraphs: structure.paragraphs,
    headings: structure.headings,
    sentences,
    attributions: structure.attributions,
    enumerations: readEnumerations(text, structure.paragraphs, markers),
    metadata: structure.metadata,
    issues: structure.issues,
  };
}

/** 会议强调 governs its own sentence and those that follow in the paragraph, until somebody else speaks. */
function assignAttributions(sentences: Sentence[], attributions: readonly Attribution[]): void {
  let next = 0;
  let current: { index: number; paragraph: number } | null = null;
  for (const sentence of sentences) {
    while (next < attributions.length && (attributions[next] as Attribution).start < sentence.end) {
      if ((attributions[next] as Attribution).start >= sentence.start)
        current = { index: next, paragraph: sentence.paragraph };
      next++;
    }
    sentence.attribution = current !== null && current.paragraph === sentence.paragraph ? current.index : null;
  }
}
