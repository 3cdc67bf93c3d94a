import { createRequire } from 'node:module';

let converter: ((text: string) => string) | null = null;

/**
 * Traditional to simplified, phrases first. Its dictionaries take as long to load as all the rest, and most archives never need
 * them: they are read, without waiting, when the first traditional text comes.
 */
export function loadConverter(): (text: string) => string {
  if (converter !== null) return converter;
  const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as typeof import('opencc-js/t2cn');
  converter = Converter({ from: 't', to: 'cn' });
  return converter;
}
