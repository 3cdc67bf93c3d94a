/**
 * The bytes of a GB18030 text that make no character, one for each U+FFFD of its decoding, the first byte of each place.
 * A lost byte leaves one over, and that is half of a character. Walks as the WHATWG decoder does.
 */
export function findLostBytes(bytes: Uint8Array): number[] {
  const lost: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const length = characterLength(bytes, i);
    if (length > 0) i += length;
    else {
      lost.push(bytes[i] as number);
      i += takesNext(bytes, i) ? 2 : 1;
    }
  }
  return lost;
}

/** Bytes of the character that begins here; 0 for none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first <= 0x80) return 1;
  if (first === 0xff) return 0;
  const second = bytes[at + 1] ?? 0;
  if (isDigit(second)) return isLead(bytes[at + 2] ?? 0) && isDigit(bytes[at + 3] ?? 0) ? 4 : 0;
  return second >= 0x40 && second <= 0xfe && second !== 0x7f ? 2 : 0;
}

/** A second byte beyond ASCII goes with the first one; one of ASCII is read again. */
function takesNext(bytes: Uint8Array, at: number): boolean {
  return bytes[at] !== 0xff && (bytes[at + 1] ?? 0) >= 0x80;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

/** Code units that stand for a lost byte on the way through a reader: the private ones that x-user-defined gives the bytes from 80 on. */
const STAND_INS = 0xf700;
const STAND_IN = /[\uf780-\uf7ff]/g;

/** The text with a stand-in for each U+FFFD, so that a reader which drops parts of it keeps the others' bytes. */
export function markLostBytes(text: string, lost: readonly number[]): string {
  let next = 0;
  return text.replace(/\ufffd/g, (mark) => {
    const byte = lost[next++];
    return byte === undefined ? mark : String.fromCharCode(STAND_INS + byte);
  });
}

/** The text with U+FFFD again, and the bytes that are left. */
export function takeLostBytes(text: string): { text: string; lost: number[] } {
  const lost: number[] = [];
  const plain = text.replace(STAND_IN, (mark) => {
    lost.push(mark.charCodeAt(0) - STAND_INS);
    return '\ufffd';
  });
  return { text: plain, lost };
}
