import { createHash } from 'node:crypto';
import type { SourceDocument } from '../document/source-document.js';
import { isTifaError } from '../errors.js';
import { mayBeDamaged } from '../text/damage-probe.js';
import type { RepairedText } from '../text/repair.js';
import { foreignKind, type MediaType, signedMediaType } from './media-type.js';
import { damagedFile, emptyFile, unsupportedFile } from './read-errors.js';
import { type FileBytes, readFileBytes } from './read-file-bytes.js';
import type { ReadContent } from './read-html.js';
import { type ReadText, readText } from './read-text.js';

export interface ReadOptions {
  /** name to use in messages and in `source.name`; default: the last part of the path */
  name?: string;
  /** what an HTTP header or a catalogue says about the encoding; believed after a byte order mark and valid UTF-8 */
  encoding?: string;
  /** `text/plain`, `text/html` or `text/markdown` to read text so whatever it looks like; leave it out to go by the content */
  mediaType?: string;
}

type Content = Omit<ReadText, 'encoding' | 'encodingConfidence' | 'lost'> & {
  lost?: readonly number[];
  encoding: string | null;
  encodingConfidence: number | null;
};

/**
 * Reads one file of any supported format to clean text with exact places.
 * Formats, told by content and not by name: plain text, HTML, Markdown, MHT, DOCX, DOC, RTF, PDF. For a .zip use `readArchive`.
 * External references are not resolved, scripts not run, the network not opened.
 * @param input bytes, or the path of a file
 * @throws TifaError `file-not-found`, `file-unreadable`, `file-empty`, `file-unsupported`, `file-damaged`
 */
export async function readDocument(input: Uint8Array | string, options: ReadOptions = {}): Promise<SourceDocument> {
  return readBytes(await readFileBytes(input, options.name ?? null), options);
}

/** `readDocument` for bytes that are there already. */
export async function readBytes(file: FileBytes, options: ReadOptions = {}): Promise<SourceDocument> {
  const content = await readContent(file, options);
  if (!/\S/.test(content.text)) throw emptyFile(file.name);
  const repaired = await readRepairs(content.text, content.lost);
  return {
    text: content.text,
    source: {
      path: file.path,
      name: file.name,
      bytes: file.bytes.length,
      mediaType: content.mediaType,
      encoding: content.encoding,
      encodingConfidence: content.encodingConfidence,
    },
    id: createHash('sha256').update(file.bytes).digest('hex'),
    metadata: content.metadata,
    blocks: content.blocks,
    issues: [...content.issues, ...repaired.issues],
    ...(repaired.edits.length === 0 ? {} : { repairs: repaired.edits }),
  };
}

/** The words that judge a repair are only loaded for a text that shows damage. */
async function readRepairs(
  text: string,
  lost: readonly number[] = [],
): Promise<Pick<RepairedText, 'edits' | 'issues'>> {
  if (lost.length === 0 && !mayBeDamaged(text)) return { edits: [], issues: [] };
  return (await import('../text/repair.js')).repairDamage(text, lost);
}

async function readContent(file: FileBytes, options: ReadOptions): Promise<Content> {
  const { bytes, name } = file;
  if (bytes.length === 0) throw emptyFile(name);
  const signed = signedMediaType(bytes);
  if (signed !== null) return readSigned(bytes, name, signed);
  const foreign = foreignKind(bytes);
  if (foreign !== null) throw unsupportedFile(name, foreign.what, foreign.remedy);
  return readText(bytes, name, options.encoding ?? null, options.mediaType ?? null);
}

/** Readers of formats with a signature are only loaded when a file of that kind comes. */
async function readSigned(bytes: Uint8Array, name: string | null, signed: MediaType | 'ole'): Promise<Content> {
  try {
    if (signed === 'application/pdf')
      return withType(await (await import('./read-pdf.js')).readPdf(bytes, name), signed);
    if (signed === 'application/rtf') return withType((await import('./read-rtf.js')).readRtf(bytes, name), signed);
    if (signed === 'ole')
      return withType(await (await import('./read-doc.js')).readDoc(bytes, name), 'application/msword');
    return await (await import('./read-package.js')).readPackage(bytes, name);
  } catch (error) {
    if (isTifaError(error)) throw error;
    throw damagedFile(name, 'could not be read to its end', error);
  }
}

function withType(content: ReadContent, mediaType: MediaType): Content {
  return { ...content, mediaType, encoding: null, encodingConfidence: null };
}
