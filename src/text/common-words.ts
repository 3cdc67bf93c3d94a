import common from '../../corpus/common-words.json';

/** How common words are, to judge one reading of a text against another. Scores are natural logarithms. */
export interface CommonWords {
  /** word of up to four characters → ln of its relative frequency; marks of punctuation count as words */
  words: ReadonlyMap<string, number>;
  /** three characters in a row → ln(1 + how often they were seen) */
  triples: ReadonlyMap<string, number>;
  /** one bit for each pair of neighbouring characters in any of them, hashed */
  pairs: Uint8Array;
}

export const LONGEST_WORD = 4;
/** What each word costs beside its own rarity: common words do not follow each other at random, so the reading with fewer words is likelier. */
const WORD_COST = 1;
/** Score of a character that is no word. */
export const UNKNOWN = -20.7;

/** Share of all words that a mark of punctuation is, in per mille; measured over news reports. */
const MARKS: Readonly<Record<string, number>> = {
  '，': 50,
  '。': 25,
  '、': 20,
  '；': 4,
  '：': 4,
  '“': 6,
  '”': 6,
  '（': 2,
  '）': 2,
  '《': 1,
  '》': 1,
  '—': 2,
  '？': 0.3,
  '！': 0.5,
  '·': 0.3,
  '…': 0.2,
  '％': 0.5,
  '‘': 0.2,
  '’': 0.2,
};

let words: CommonWords | null = null;

/** The words, unpacked on first use. */
export function commonWords(): CommonWords {
  words ??= buildWords();
  return words;
}

function buildWords(): CommonWords {
  const pairs = new Uint8Array(PAIR_BITS / 8);
  const built = { word: new Map<string, number>(), triple: new Map<string, number>() };
  for (const { kind, length, score, forms } of common.entries) {
    const target = kind === 'word' ? built.word : built.triple;
    for (let from = 0; from < forms.length; from += length) {
      for (let i = from + 1; i < from + length; i++) {
        const bit = pairBit(forms.charCodeAt(i - 1), forms.charCodeAt(i));
        pairs[bit >> 3] = (pairs[bit >> 3] as number) | (1 << (bit & 7));
      }
      target.set(forms.slice(from, from + length), kind === 'word' ? -score - WORD_COST : score);
    }
  }
  for (const [mark, share] of Object.entries(MARKS)) built.word.set(mark, Math.log(share / 1000) - WORD_COST);
  return { words: built.word, triples: built.triple, pairs };
}

const PAIR_BITS = 1 << 22;

function pairBit(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 10;
}

/** False when no word and no familiar run has these two characters side by side; asked before anything that costs more. */
export function mayAdjoin(left: string, right: string): boolean {
  if (left === '' || right === '') return false;
  const bit = pairBit(left.charCodeAt(left.length - 1), right.charCodeAt(0));
  return ((commonWords().pairs[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
}

/** Score of a word; of a single character that is none `UNKNOWN`; null for longer runs that are none. */
export function wordScore(word: string): number | null {
  return commonWords().words.get(word) ?? (word.length === 1 ? UNKNOWN : null);
}

/** Best score of each stretch from the start: `scores[i]` is that of the first `i` characters, cut into words. */
export function scoresFromStart(text: string): Float64Array {
  const scores = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  scores[0] = 0;
  for (let from = 0; from < text.length; from++) {
    for (let length = 1; length <= LONGEST_WORD && from + length <= text.length; length++) {
      const score = wordScore(text.slice(from, from + length));
      if (score === null) continue;
      scores[from + length] = Math.max(scores[from + length] as number, (scores[from] as number) + score);
    }
  }
  return scores;
}

/** Best score of each stretch to the end: `scores[i]` is that of all from character `i` on. */
export function scoresToEnd(text: string): Float64Array {
  const scores = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  scores[text.length] = 0;
  for (let from = text.length - 1; from >= 0; from--) {
    for (let length = 1; length <= LONGEST_WORD && from + length <= text.length; length++) {
      const score = wordScore(text.slice(from, from + length));
      if (score === null) continue;
      scores[from] = Math.max(scores[from] as number, (scores[from + length] as number) + score);
    }
  }
  return scores;
}

/** How familiar three characters in a row are: 0 for a run that was not seen, about 4 for a frequent one. */
export function tripleScore(characters: string): number {
  return commonWords().triples.get(characters) ?? 0;
}
