import { damagedFile, protectedFile, unsupportedFile } from './read-errors.js';
import type { ReadContent } from './read-html.js';
import { buildText, type SourceLine } from './text-builder.js';

const SECTOR = 512;
/** First bytes of a Word 97–2003 main stream: wIdent, and nFib from 0x00C1 ([MS-DOC] 2.5.1). */
const WORD_IDENT = 0xa5ec;
const FIRST_FIB = 0x00c1;
const ENCRYPTED_FLAG = 0x0100;

/** Reads a Word 97–2003 document; OLE files of other programs and protected ones get a clear error. */
export async function readDoc(bytes: Uint8Array, name: string | null): Promise<ReadContent> {
  checkKind(bytes, name);
  const { default: WordExtractor } = await import('word-extractor');
  let body: string;
  let notes: string;
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    body = document.getBody({ filterUnicode: false });
    notes = document.getFootnotes({ filterUnicode: false });
  } catch (error) {
    throw damagedFile(name, 'is a Word document that could not be read to its end', error);
  }
  return { ...buildText([...toLines(body), ...toLines(notes)]), metadata: {}, issues: [] };
}

function checkKind(bytes: Uint8Array, name: string | null): void {
  if (holdsStream(bytes, 'EncryptedPackage')) throw protectedFile(name);
  const main = findWordStream(bytes);
  if (main !== null && (main.getUint16(10, true) & ENCRYPTED_FLAG) !== 0) throw protectedFile(name);
  if (holdsStream(bytes, 'WordDocument')) return;
  const isSheet = holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book');
  throw unsupportedFile(
    name,
    isSheet ? 'is a spreadsheet' : 'is an Office file of a kind that is not read',
    'Open it in its own program and save it as DOCX, PDF or text.',
  );
}

/** True when the directory of a compound file ([MS-CFB] 2.6) names a stream; names stand there in UTF-16. */
function holdsStream(bytes: Uint8Array, stream: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(`${stream}\0`, 'utf16le'));
}

function findWordStream(bytes: Uint8Array): DataView | null {
  for (let offset = SECTOR; offset + 32 <= bytes.length; offset += SECTOR) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 32);
    if (view.getUint16(0, true) === WORD_IDENT && view.getUint16(2, true) >= FIRST_FIB) return view;
  }
  return null;
}

/** Word writes a tab after each cell and one more after each row. */
function toLines(body: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let number = 0;
  for (const paragraph of body.split('\n')) {
    number++;
    for (const text of paragraph.split(/\t{2,}/)) {
      const isRow = paragraph.includes('\t\t') && text.includes('\t');
      lines.push({
        text: text.replaceAll('\0', ''),
        kind: isRow ? 'table' : 'paragraph',
        level: null,
        origin: `paragraph ${number}`,
      });
    }
  }
  return lines;
}
