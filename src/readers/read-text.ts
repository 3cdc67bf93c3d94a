import type { SourceMetadata } from '../document/source-document.js';
import type { TifaError } from '../errors.js';
import { type DecodedText, decode } from '../text/decode.js';
import { markLostBytes, takeLostBytes } from '../text/lost-bytes.js';
import { type MediaType, textMediaType } from './media-type.js';
import { unsupportedFile } from './read-errors.js';
import type { ReadContent } from './read-html.js';

/** A file of text, read as the kind of text that it is. */
export interface ReadText extends Omit<ReadContent, 'blocks'> {
  blocks: ReadContent['blocks'] | null;
  mediaType: MediaType;
  encoding: string;
  encodingConfidence: number;
  /** byte of each U+FFFD of the text, and of the half character behind it; see `DecodedText` */
  lost: readonly number[];
}

const LESS_THAN = '<'.charCodeAt(0);

/** Encoding that a page's bytes name in a `<meta>`; null when they name none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 4096);
  if (!start.includes(LESS_THAN)) return null;
  const head = new TextDecoder('latin1').decode(start);
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null
  );
}

/**
 * Decodes a file and reads it as plain text, a page, Markdown or a saved web archive, as its content says.
 * @param declared encoding that came with the file, believed before the one that a page names
 * @param wanted `text/plain`, `text/html` or `text/markdown` to read it so whatever it looks like; null or anything else: as it looks
 */
export async function readText(
  bytes: Uint8Array,
  name: string | null,
  declared: string | null,
  wanted: string | null,
): Promise<ReadText> {
  const decoded = decode(bytes, declared ?? declaredEncoding(bytes));
  if (isBinary(decoded.text)) {
    throw unsupportedFile(
      name,
      'is neither text nor a kind of file that is known',
      'Give it as text, HTML, DOCX, DOC, RTF or PDF.',
    );
  }
  const mediaType = TEXT_TYPES.find((type) => type === wanted) ?? textMediaType(decoded.text);
  if (mediaType === 'text/plain')
    return withDecoding(
      { text: decoded.text, blocks: null, metadata: {}, issues: [], lost: decoded.lost },
      decoded,
      mediaType,
    );
  if (mediaType === 'multipart/related') {
    const { findArchivedPage } = await import('./read-web-archive.js');
    const page = findArchivedPage(bytes);
    if (page === null) throw noMainText(name);
    const html = decode(page.bytes, page.charset ?? declaredEncoding(page.bytes));
    return withDecoding(await readPage(html, name), html, mediaType);
  }
  return withDecoding(await readPage(decoded, name), decoded, mediaType);
}

/** The reader of pages is only loaded when the first page comes. */
async function readPage({ text, lost }: DecodedText, name: string | null): Promise<TextContent> {
  const { readHtml } = await import('./read-html.js');
  const content = readHtml(lost.length === 0 ? text : markLostBytes(text, lost));
  if (content === null) throw noMainText(name);
  if (lost.length === 0) return { ...content, lost };
  return { ...content, ...takeLostBytes(content.text), metadata: withoutLostBytes(content.metadata) };
}

function withoutLostBytes(metadata: SourceMetadata): SourceMetadata {
  const entries = Object.entries(metadata).map(([name, value]) => [name, value && takeLostBytes(value).text]);
  return Object.fromEntries(entries);
}

function noMainText(name: string | null): TifaError {
  return unsupportedFile(
    name,
    'is a page without a main text',
    'Save the page after its text has appeared, or give the page of the article itself.',
  );
}

const TEXT_TYPES = ['text/plain', 'text/html', 'text/markdown'] as const;

type TextContent = {
  text: string;
  blocks: ReadContent['blocks'] | null;
  metadata: SourceMetadata;
  issues: ReadContent['issues'];
  lost: readonly number[];
};

function withDecoding(content: TextContent, decoded: DecodedText, mediaType: MediaType): ReadText {
  // places in the text that was decoded mean nothing in the main text of a page
  const places =
    mediaType === 'text/plain' ? decoded.issues : decoded.issues.map((issue) => ({ ...issue, start: 0, end: 0 }));
  return {
    ...content,
    issues: [...places, ...content.issues],
    mediaType,
    encoding: decoded.encoding,
    encodingConfidence: decoded.confidence,
  };
}

/** Control characters that no text has, in its first part; a few may be damage, but not among a few characters. */
function isBinary(text: string): boolean {
  const part = text.slice(0, 8192);
  const controls = part.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > 8 ? controls > part.length / 50 : controls > 1 && controls > part.length / 12;
}
