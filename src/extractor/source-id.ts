import { hash } from 'node:crypto';

/** SHA-256 of the source bytes as hex; of a string, of its UTF-8. The key for loading the same report twice without harm. */
export function sourceId(source: string | Uint8Array): string {
  return hash('sha256', source);
}
