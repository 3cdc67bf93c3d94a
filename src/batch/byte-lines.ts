const LINE_FEED = 0x0a;

/** A line of a file of lines; `end` is the place behind its line feed, in bytes from the start. */
export interface ByteLine {
  bytes: Uint8Array;
  end: number;
  /** false for a last line without a line feed: a file that is still being written, or was torn */
  isWhole: boolean;
}

/**
 * Cuts a stream of bytes at line feeds and nowhere else: Node's own reader of lines also breaks at U+2028, which may stand
 * inside a string of JSON. Bytes are only copied for lines that lie across two chunks.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let offset = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, from)) {
      parts.push(chunk.subarray(from, feed));
      from = feed + 1;
      yield { bytes: join(parts), end: offset + from, isWhole: true };
      parts = [];
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
    offset += chunk.length;
  }
  if (parts.length > 0) yield { bytes: join(parts), end: offset, isWhole: false };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
}
