/** The kinds of file that are told apart, by their registered media types where there is one. */
export type MediaType =
  | 'text/plain'
  | 'text/html'
  | 'text/markdown'
  | 'multipart/related'
  | 'application/rtf'
  | 'application/pdf'
  | 'application/msword'
  | 'application/zip'
  | typeof DOCX_TYPE;

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file that is known and not read, in words. */
export interface ForeignKind {
  what: string;
  remedy: string;
}

const SAVE_AS = 'Open it in its own program and save it as DOCX, PDF or text.';
const RECOGNISE = 'Recognise its text with an OCR program first.';
const UNPACK = 'Unpack it and read the files in it.';

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

/** First bytes of formats that are not text. */
const SIGNATURES: readonly { at: number; bytes: string; kind: ForeignKind }[] = [
  { at: 0, bytes: '\x89PNG', kind: { what: 'is a picture', remedy: RECOGNISE } },
  { at: 0, bytes: '\xff\xd8\xff', kind: { what: 'is a picture', remedy: RECOGNISE } },
  { at: 0, bytes: 'GIF8', kind: { what: 'is a picture', remedy: RECOGNISE } },
  { at: 0, bytes: 'II*\0', kind: { what: 'is a picture', remedy: RECOGNISE } },
  { at: 0, bytes: 'MM\0*', kind: { what: 'is a picture', remedy: RECOGNISE } },
  { at: 8, bytes: 'WEBP', kind: { what: 'is a picture', remedy: RECOGNISE } },
  { at: 0, bytes: 'Rar!', kind: { what: 'is a RAR archive, which is not unpacked', remedy: UNPACK } },
  { at: 0, bytes: '7z\xbc\xaf', kind: { what: 'is a 7z archive, which is not unpacked', remedy: UNPACK } },
  { at: 0, bytes: '\x1f\x8b', kind: { what: 'is a gzip archive, which is not unpacked', remedy: UNPACK } },
  { at: 4, bytes: 'ftyp', kind: { what: 'is a film or a sound recording', remedy: 'Give its transcript.' } },
  { at: 0, bytes: 'ID3', kind: { what: 'is a sound recording', remedy: 'Give its transcript.' } },
  { at: 0, bytes: 'CAJ', kind: { what: 'is a CAJ file, which has no open reader', remedy: 'Save it as PDF.' } },
  { at: 0, bytes: '<?xml', kind: { what: 'is XML of no known kind', remedy: SAVE_AS } },
];

/** A format that is known by its first bytes and not read; null for all others. XML that is a page is no such format. */
export function foreignKind(bytes: Uint8Array): ForeignKind | null {
  const found = SIGNATURES.find(({ at, bytes: signature }) => ascii(bytes, at, at + signature.length) === signature);
  if (found?.bytes === '<?xml' && /<html|<!doctype html/i.test(ascii(bytes, 0, 1024))) return null;
  return found?.kind ?? null;
}

/** Formats with a signature of their own; null for anything that may be text. */
export function signedMediaType(bytes: Uint8Array): MediaType | 'ole' | null {
  const head = ascii(bytes, 0, 8);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'application/zip';
  if (head === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return 'ole';
  if (head.startsWith('{\\rt')) return 'application/rtf';
  // the header may stand behind a few bytes of a mail gateway
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
    ? 'application/pdf'
    : null;
}

/** Kinds of text, told by the text itself. */
export function textMediaType(text: string): 'text/plain' | 'text/html' | 'text/markdown' | 'multipart/related' {
  const head = text.slice(0, 65536);
  if (isWebArchive(head)) return 'multipart/related';
  if (isHtml(head)) return 'text/html';
  return isMarkdown(head) ? 'text/markdown' : 'text/plain';
}

function isWebArchive(head: string): boolean {
  const headers = /^\s*(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,20}/.exec(head.slice(0, 4096))?.[0] ?? '';
  return /^mime-version:/im.test(headers) && /^content-type:\s*(?:multipart\/|text\/html)/im.test(headers);
}

const PIECE_TAGS = /<\/p>|<br\s*\/?>|<\/div>|<\/td>|<\/li>|<\/h[1-6]>/gi;

/** A page, or text with the tags of one left in it. */
function isHtml(head: string): boolean {
  if (/<(?:!doctype html|html|body)[\s>]/i.test(head.slice(0, 8192))) return true;
  // records of another program that hold pages as strings are no page
  if (!head.includes('<') || /^\s*[{[]\s*["{[]/.test(head)) return false;
  const tags = head.match(PIECE_TAGS)?.length ?? 0;
  return tags >= 2 || (tags === 1 && /^\s*<(?:p|div|table|h[1-6])[\s>]/i.test(head));
}

function isMarkdown(head: string): boolean {
  if (/^\s*#{1,6} \S/.test(head)) return true;
  return head.includes('\n#') && (head.match(/^#{1,6} \S/gm)?.length ?? 0) >= 2;
}
