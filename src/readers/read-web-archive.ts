/** A page inside a saved web archive, its transfer encoding undone. */
export interface ArchivedPage {
  bytes: Uint8Array;
  charset: string | null;
}

interface MimePart {
  headers: Map<string, string>;
  body: string;
}

/** Parts inside parts: a saved page has two levels. */
const MAX_DEPTH = 5;

/** The first page of an MHT or EML file (RFC 2557, RFC 2045); null when it holds none. */
export function findArchivedPage(bytes: Uint8Array): ArchivedPage | null {
  return findPage(readPart(new TextDecoder('latin1').decode(bytes)), 0);
}

function findPage(part: MimePart, depth: number): ArchivedPage | null {
  const type = part.headers.get('content-type') ?? '';
  if (/^text\/html/i.test(type)) return { bytes: undoTransfer(part), charset: parameter(type, 'charset') };
  const boundary = parameter(type, 'boundary');
  if (!/^multipart\//i.test(type) || boundary === null || depth >= MAX_DEPTH) return null;
  for (const inner of part.body.split(`--${boundary}`).slice(1)) {
    if (inner.startsWith('--')) break;
    const page = findPage(readPart(inner.replace(/^\s*\n/, '')), depth + 1);
    if (page !== null) return page;
  }
  return null;
}

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

function readPart(text: string): MimePart {
  const blank = /\r?\n\r?\n/.exec(text);
  const head = blank === null ? text : text.slice(0, blank.index);
  const headers = new Map<string, string>();
  // a header goes on where the next line begins with a blank
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: blank === null ? '' : text.slice(blank.index + blank[0].length) };
}

function undoTransfer(part: MimePart): Uint8Array {
  const transfer = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (transfer === 'base64') return Buffer.from(part.body, 'base64');
  const body = transfer === 'quoted-printable' ? undoQuotedPrintable(part.body) : part.body;
  return Buffer.from(body, 'latin1');
}

function undoQuotedPrintable(body: string): string {
  return body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
