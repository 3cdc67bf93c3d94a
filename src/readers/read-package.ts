import { DOCX_TYPE } from './media-type.js';
import { unsupportedFile } from './read-errors.js';
import type { ReadContent } from './read-html.js';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-directory.js';

const SAVE_AS = 'Open it in its own program and save it as DOCX, PDF or text.';

/** Packages that are ZIPs and not read, by a file that each of them holds. */
const FOREIGN: readonly { holds: string; what: string; remedy: string }[] = [
  { holds: 'xl/workbook.xml', what: 'is a spreadsheet', remedy: 'Save the sheet with the text as CSV or text.' },
  { holds: 'ppt/presentation.xml', what: 'is a presentation', remedy: SAVE_AS },
  {
    holds: 'META-INF/container.xml',
    what: 'is an EPUB book, which is not read',
    remedy: 'Convert it to HTML, or unpack it and read its pages.',
  },
  { holds: 'OFD.xml', what: 'is an OFD file, which is not read', remedy: 'Save it as PDF.' },
  { holds: 'META-INF/manifest.xml', what: 'is an OpenDocument file, which is not read', remedy: SAVE_AS },
];

/** Reads a Word file; names any other package of files for what it is. */
export async function readPackage(
  bytes: Uint8Array,
  name: string | null,
): Promise<ReadContent & { mediaType: typeof DOCX_TYPE; encoding: null; encodingConfidence: null }> {
  const entries = readZipDirectory(bytes, name);
  const parts = new Map<string, ZipEntry>(entries.map((entry) => [entry.name, entry]));
  if (!parts.has('word/document.xml')) {
    const foreign = FOREIGN.find((kind) => parts.has(kind.holds));
    if (foreign !== undefined) throw unsupportedFile(name, foreign.what, foreign.remedy);
    throw unsupportedFile(
      name,
      'is an archive of files',
      'Read it with readArchive, or give it to the command as a folder.',
    );
  }
  const { readDocx } = await import('./read-docx.js');
  const readPart = (part: string): string | null => {
    const entry = parts.get(part);
    return entry === undefined ? null : new TextDecoder().decode(unpackEntry(bytes, entry, name));
  };
  return { ...readDocx(readPart), mediaType: DOCX_TYPE, encoding: null, encodingConfidence: null };
}
