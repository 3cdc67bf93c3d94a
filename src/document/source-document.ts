import type { Span } from '../text/span.js';
import type { Issue } from './document.js';

/** Where a text came from and what its bytes were. */
export interface SourceDescription {
  /** path as the caller gave it; inside an archive `archive.zip/folder/name.txt`; null for bytes without one */
  path: string | null;
  /** file name without folders */
  name: string | null;
  /** size of the file in bytes */
  bytes: number;
  /** found by content, not by name: `text/plain`, `text/html`, `application/pdf` … */
  mediaType: string;
  /** WHATWG label of the encoding that was read; null for formats that carry their own (DOCX, DOC, PDF) */
  encoding: string | null;
  /** 0 to 1; 1 for a byte order mark; null where `encoding` is */
  encodingConfidence: number | null;
}

/** What the file itself says about its text; absent where it says nothing. Dates as ISO 8601 (2021-03-16). */
export interface SourceMetadata {
  title?: string;
  published?: string;
  publisher?: string;
  author?: string;
  editor?: string;
}

export type SourceBlockKind = 'title' | 'heading' | 'paragraph' | 'list-item' | 'table' | 'furniture';

/** A line of `SourceDocument.text` (a row for tables) and where it stood in the original. */
export interface SourceBlock {
  start: number;
  end: number;
  kind: SourceBlockKind;
  /** depth of a heading or list item from 1; null where the file does not say */
  level: number | null;
  /** HTML: element path; DOCX, DOC, RTF: `paragraph 12`; PDF: `page 3` */
  origin: string | null;
}

/**
 * A file read to text. Spans are half-open UTF-16 offsets into `text`.
 * A plain text file gives its decoded content unchanged (byte order mark removed) and no blocks; any other format gives its
 * main text, one paragraph per line.
 */
export interface SourceDocument {
  text: string;
  source: SourceDescription;
  /** sha-256 of the bytes, lower-case hex */
  id: string;
  metadata: SourceMetadata;
  blocks: SourceBlock[] | null;
  /** what had to be done to read it, or could not be read */
  issues: Issue[];
  /** what to read instead of damaged stretches of the text; `text` stays as it was. In text order, not overlapping */
  repairs?: readonly Repair[];
}

/** Read `replacement` instead of `text.slice(start, end)`. */
export interface Repair extends Span {
  replacement: string;
}
