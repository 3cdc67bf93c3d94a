import type { Numeral } from '../language/numerals.js';
import type { TermHit } from '../lexicon/term-index.js';
import type { Span } from '../text/span.js';
import type { View } from '../text/view.js';

/** What a paragraph is. Furniture and metadata lines stay in the text, but no slogan or statistic is read from them. */
export type ParagraphKind = 'title' | 'heading' | 'text' | 'metadata' | 'furniture';

/** An enumerator (序号标记): 一是, 第二, （三）, ——, ①, 首先. */
export interface Marker extends Span {
  /** as it stands in the view, without the mark of punctuation that follows it */
  label: string;
  /** markers of one family number one list: 一是 with 二是, （一） with （二） */
  family: string;
  /** 1 for 一是 and 首先; null for bullets, which do not count */
  ordinal: number | null;
}

/** One paragraph (自然段): a line of the view without the blanks around it. */
export interface Paragraph extends Span {
  kind: ParagraphKind;
  /** index into `headings` of the heading it stands under */
  heading: number | null;
  /** the enumerator it begins with */
  marker: Marker | null;
}

export interface Heading extends Span {
  paragraph: number;
  /** 1 for the highest */
  level: number;
}

export interface Sentence extends Span {
  paragraph: number;
  /** index into `attributions` */
  attribution: number | null;
}

/** Who says what follows: 会议强调, 王明远指出, 记者获悉. */
export interface Attribution extends Span {
  verb: string;
}

export interface EnumerationItem {
  marker: Marker;
  /** the lead clause: 一是机构组建到位。… → 机构组建到位 */
  lead: Span;
  /** all that the item says, marker excluded */
  body: Span;
}

/** A list that the text marks as one by its enumerators, bullets or headings. */
export interface Enumeration extends Span {
  /** how its items are marked */
  by: 'ordinals' | 'bullets' | 'headings';
  family: string;
  items: EnumerationItem[];
  /** depth from 1 */
  level: number;
  /** index of the enumeration whose item holds this one */
  parent: number | null;
}

export type Genre = 'speech' | 'news' | 'report' | 'communique' | 'article';

export interface Metadata {
  title: Span | null;
  /** ISO date said by the document's own publication stamp */
  published: string | null;
  /** ISO date of a dateline (新华社北京3月5日电) or signature, where it is complete */
  dateline: string | null;
  /** MM-DD of a dateline, also where its year is not said: 03-05 in 新华社北京3月5日电 */
  datelineDay: string | null;
  genre: Genre;
  publisher: string | null;
  author: string | null;
  editor: string | null;
  place: string | null;
}

/** Something that was hard to read, with its place. */
export interface Issue extends Span {
  code: string;
  severity: 'info' | 'warning';
  message: string;
}

/** One document, read once; all spans point into `text`, which is the view. Recognisers read it and do not change it. */
export interface Document {
  view: View;
  text: string;
  /** every numeral, in text order; `role` is filled by the recognisers through `Claims` */
  numerals: Numeral[];
  /** words of the lexicon that stand in the text, longest match, in text order, none overlapping */
  terms: TermHit[];
  paragraphs: Paragraph[];
  headings: Heading[];
  sentences: Sentence[];
  attributions: Attribution[];
  enumerations: Enumeration[];
  metadata: Metadata;
  issues: Issue[];
}
