import type { Numeral } from '../language/numerals.js';
import type { View } from '../text/view.js';
import type { Attribution, Heading, Issue, Metadata, Paragraph } from './document.js';
import { readMarker } from './markers.js';

export interface StructureHints {
  blocks: { start: number; end: number; kind: string; level: number | null }[];
}

export interface Structure {
  paragraphs: Paragraph[];
  headings: Heading[];
  attributions: Attribution[];
  metadata: Metadata;
  issues: Issue[];
}

export function readStructure(view: View, numerals: readonly Numeral[], _hints: StructureHints | null): Structure {
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (const match of view.text.matchAll(/[^\n]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    const end = match.index + match[0].trimEnd().length;
    if (end <= start) continue;
    while (from < numerals.length && (numerals[from] as Numeral).end <= start) from++;
    paragraphs.push({ start, end, kind: 'text', heading: null, marker: readMarker(view.text, { start, end }, numerals, from) });
  }
  return {
    paragraphs,
    headings: [],
    attributions: [],
    metadata: { title: null, published: null, dateline: null, genre: 'news', publisher: null, author: null, editor: null, place: null },
    issues: [],
  };
}
