import type { Document, Heading, ParagraphKind } from '../../document/document.js';
import type { Span } from '../../text/span.js';
import type { PartialDate } from './civil-day.js';

/** Where a walk over expressions stands in the document; they come in text order, so each step goes on from the last one. */
export class Place {
  /** indices of the paragraph and the sentence, -1 between them */
  paragraph = -1;
  sentence = -1;
  private nextParagraph = 0;
  private nextSentence = 0;
  /** the first date of each heading: 一、2024年工作回顾 gives the year of what stands under it */
  private readonly headingDates = new Map<Heading, PartialDate>();

  constructor(private readonly document: Document) {}

  moveTo(offset: number): void {
    const { paragraphs, sentences } = this.document;
    this.nextParagraph = firstEndingBehind(paragraphs, offset, this.nextParagraph);
    this.nextSentence = firstEndingBehind(sentences, offset, this.nextSentence);
    this.paragraph = hasBegun(paragraphs[this.nextParagraph], offset) ? this.nextParagraph : -1;
    this.sentence = hasBegun(sentences[this.nextSentence], offset) ? this.nextSentence : -1;
  }

  get kind(): ParagraphKind | null {
    return this.document.paragraphs[this.paragraph]?.kind ?? null;
  }

  /** The date that the heading above names. */
  headingDate(): PartialDate | null {
    if (this.headingDates.size === 0) return null;
    const index = this.document.paragraphs[this.paragraph]?.heading ?? null;
    const heading = index === null ? undefined : this.document.headings[index];
    return heading === undefined ? null : (this.headingDates.get(heading) ?? null);
  }

  /** Remembers the date when a heading stands here: the one that follows the heading above. */
  noteInHeading(date: PartialDate): void {
    const above = this.document.paragraphs[this.paragraph]?.heading ?? -1;
    const heading = this.document.headings[above + 1];
    if (heading?.paragraph === this.paragraph && !this.headingDates.has(heading)) this.headingDates.set(heading, date);
  }
}

/** Index of the first span that ends behind `offset`, from the index `from` on. */
function firstEndingBehind(spans: readonly Span[], offset: number, from: number): number {
  let at = from;
  while (at < spans.length && (spans[at] as Span).end <= offset) at++;
  return at;
}

function hasBegun(span: Span | undefined, offset: number): boolean {
  return span !== undefined && span.start <= offset;
}
