import { sourceId } from './source-id.js';

/** Bytes for a text of 20,000 characters and more: nearly every speech and report. */
const ROOM = 65_536;
const MOST_PER_CODE_UNIT = 3;

let room: Buffer | null = null;

/** Memory to write a text out in, the same for every text: to get it and give it back costs more than the writing. */
function roomFor(text: string): Buffer | null {
  if (text.length * MOST_PER_CODE_UNIT > ROOM) return null;
  room ??= Buffer.allocUnsafeSlow(ROOM);
  return room;
}

/**
 * The same text in one piece: one that was put together (`title + text`) or cut out of a longer one is read through a detour at
 * every character.
 */
export function flatten(text: string): string {
  const memory = roomFor(text);
  if (memory === null) return Buffer.from(text, 'utf16le').toString('utf16le');
  return memory.toString('utf16le', 0, memory.write(text, 'utf16le'));
}

/** Id of a text that came without its bytes, and how many these are in UTF-8. */
export function measure(text: string): { id: string; bytes: number } {
  const memory = roomFor(text);
  const bytes = memory === null ? Buffer.from(text) : memory.subarray(0, memory.write(text));
  return { id: sourceId(bytes), bytes: bytes.length };
}
