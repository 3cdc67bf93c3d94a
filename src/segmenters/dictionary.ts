import type { Term, TermKind } from '../lexicon/term-index.js';

/** A word to be kept whole (四个意识), with its part of speech in jieba's tag set. */
export interface DictionaryWord {
  text: string;
  tag: string;
}

/** What the lexicon's words are to an engine: set phrases are `l`, names and formulations `nz`, calendar words `t`. */
const TAG_OF_KIND: Record<TermKind, string> = { formulation: 'nz', idiom: 'l', name: 'nz', calendar: 't' };

/** A run of Han characters that no other engine rule touches; longer ones are sentences, not words. */
const WORD = /^\p{Script=Han}{2,16}$/u;

/** Enough to outweigh 三|农 (50,000 × 2,000 in 60 million), yet rare among words, so that it tears few others apart. */
const FIRST_FREQUENCY = 100;

export function wordsOfTerms(terms: readonly Term[]): DictionaryWord[] {
  return terms.map((term) => ({ text: term.form, tag: TAG_OF_KIND[term.kind] }));
}

/** The words that the base dictionary has not got. */
function findNewWords(base: string, words: readonly DictionaryWord[]): DictionaryWord[] {
  const missing = new Map(words.filter((word) => WORD.test(word.text)).map((word) => [word.text, word]));
  const firstCharacters = new Set([...missing.keys()].map((text) => text.charCodeAt(0)));
  for (let start = 0; start < base.length; ) {
    const lineEnd = base.indexOf('\n', start);
    const end = lineEnd < 0 ? base.length : lineEnd;
    if (firstCharacters.has(base.charCodeAt(start))) missing.delete(base.slice(start, base.indexOf(' ', start)));
    start = end + 1;
  }
  return [...missing.values()];
}

/**
 * One dictionary for every engine: `word frequency tag` lines, the base first.
 *
 * Base words are never overridden, since engines disagree about whose tag then counts. Each new word has a frequency of its
 * own: where two ways to cut weigh the same (一岗|双责 or 一岗双|责 at equal frequencies), engines pick differently.
 */
export function mergeDictionary(base: Uint8Array, words: readonly DictionaryWord[]): Uint8Array {
  const text = new TextDecoder().decode(base);
  const added = findNewWords(text, words)
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map((word, i) => `${word.text} ${FIRST_FREQUENCY + i} ${word.tag}\n`);
  return new TextEncoder().encode(`${text.trimEnd()}\n${added.join('')}`);
}
