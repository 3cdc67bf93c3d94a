import { KANGXI_PAIRS, RADICAL_PAIRS } from '../text/radicals.js';

/** A dash that fonts draw like another. */
const SAME_GLYPH = '―—';

let characters: Map<string, string> | null = null;

function sameGlyphs(): Map<string, string> {
  if (characters === null) {
    const pairs = [...(RADICAL_PAIRS + KANGXI_PAIRS + SAME_GLYPH)];
    characters = new Map();
    for (let i = 0; i + 1 < pairs.length; i += 2) characters.set(pairs[i] as string, pairs[i + 1] as string);
  }
  return characters;
}

/** Text with characters in place of the radicals that a PDF's font put there: ⼲警 → 干警, ⻢ → 马. Its length stays. */
export function readRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\u2015]/g, (radical) => sameGlyphs().get(radical) ?? radical.normalize('NFKC'));
}
