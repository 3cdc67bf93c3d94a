import type { Attribution, Document, Heading, Paragraph, Sentence } from '../document/document.js';
import { placeIn } from './place.js';
import type { AttributionRecord, HeadingRecord, ParagraphRecord, SentenceRecord } from './schema.js';

export function buildHeadings({ view, headings }: Document): HeadingRecord[] {
  return headings.map((heading: Heading) => {
    const { start, end, text, label } = placeIn(view, heading);
    return { start, end, text, label, level: heading.level };
  });
}

export function buildParagraphs({ view, paragraphs }: Document): ParagraphRecord[] {
  return paragraphs.map((paragraph: Paragraph) => {
    const { start, end } = view.toSource(paragraph);
    return {
      start,
      end,
      heading: paragraph.heading,
      enumerator: paragraph.marker?.label ?? null,
      furniture: paragraph.kind === 'furniture',
    };
  });
}

export function buildSentences({ view, sentences }: Document): SentenceRecord[] {
  return sentences.map((sentence: Sentence) => {
    const { start, end } = view.toSource(sentence);
    return { start, end, paragraph: sentence.paragraph, attribution: sentence.attribution };
  });
}

export function buildAttributions({ view, attributions }: Document): AttributionRecord[] {
  return attributions.map((attribution: Attribution) => {
    const { start, end, text, label } = placeIn(view, attribution);
    return { start, end, text, label, verb: attribution.verb };
  });
}
