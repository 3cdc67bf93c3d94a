import { TifaError } from '../errors.js';
import type { Span } from '../text/span.js';
import type { Segmenter, Word } from './segmenter.js';

/** A word (词) of the text with its part of speech. */
export interface Token extends Span {
  tag: string;
}

// A run of Han characters, a figure with its own separators (1,379 · 69.11), a foreign word (COVID-19), or one mark.
const UNIT =
  /(?<han>\p{Script=Han}+)|(?<figure>\p{Nd}+(?:[.,]\p{Nd}+)*)|(?<latin>(?!\p{Script=Han})\p{L}(?:-?(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}])*)|(?<mark>\S)/gu;

/** Tags for what no engine is asked about: `m` a figure, `eng` letters, `w` a mark (as in the tag set of jieba). */
const TAGS = { figure: 'm', latin: 'eng', mark: 'w' } as const;

interface Run extends Span {
  /** null for a run of Han characters, which the engine cuts */
  tag: string | null;
}

function tagOf(groups: Record<string, string | undefined>): string | null {
  if (groups.han !== undefined) return null;
  if (groups.figure !== undefined) return TAGS.figure;
  return groups.latin !== undefined ? TAGS.latin : TAGS.mark;
}

function readRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(UNIT)) {
    runs.push({ start: match.index, end: match.index + match[0].length, tag: tagOf(match.groups ?? {}) });
  }
  return runs;
}

function badSegmenter(segmenter: Segmenter): TifaError {
  return new TifaError(
    'bad-option',
    `The segmenter "${segmenter.name}" returned words that do not add up to the text it was given.`,
    'Make its tag() return every character, in order, line feeds included.',
  );
}

/** The words of each run, found again by adding up their lengths: engines return no offsets. */
function* readWords(words: readonly Word[], runs: readonly Run[], segmenter: Segmenter): Generator<Token[]> {
  let next = 0;
  for (const run of runs) {
    const tokens: Token[] = [];
    let offset = run.start;
    while (offset < run.end) {
      const word = words[next++];
      if (word === undefined || word.text.length === 0) throw badSegmenter(segmenter);
      if (word.text === '\n') continue;
      tokens.push({ start: offset, end: offset + word.text.length, tag: word.tag });
      offset += word.text.length;
    }
    if (offset !== run.end) throw badSegmenter(segmenter);
    yield tokens;
  }
}

/** Cuts a text into tokens, in text order; blanks are no tokens. The engine is called once. */
export function cutTokens(text: string, segmenter: Segmenter): Token[] {
  const runs = readRuns(text);
  const han = runs.filter((run) => run.tag === null);
  const words = han.length === 0 ? [] : segmenter.tag(han.map((run) => text.slice(run.start, run.end)).join('\n'));
  const cut = readWords(words, han, segmenter);
  const tokens: Token[] = [];
  for (const run of runs) {
    if (run.tag === null) tokens.push(...((cut.next().value ?? []) as Token[]));
    else tokens.push({ start: run.start, end: run.end, tag: run.tag });
  }
  return tokens;
}
