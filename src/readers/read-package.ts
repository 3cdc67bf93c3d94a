import { unsupportedFile } from './read-errors.js';
import type { ReadContent } from './read-html.js';

export async function readPackage(
  _bytes: Uint8Array,
  name: string | null,
): Promise<ReadContent & { mediaType: 'application/zip'; encoding: null; encodingConfidence: null }> {
  throw unsupportedFile(name, 'is not read yet', 'Save it as text.');
}
