import type { Document, Sentence } from '../../document/document.js';
import { CharClass, charClasses } from '../../text/char-class.js';
import type { Span } from '../../text/span.js';
import { markBases } from './base.js';
import { splitSingleVerb } from './change.js';
import { cutWords, hasRole, type Word } from './clause.js';
import type { Figure } from './figure.js';
import { Role } from './word-tables.js';

/**
 * How a figure hangs on the one before it. `series`: only 、 or 和 between; `stacked`: nothing between (6批41件);
 * `clause`: words but no mark; `sentence`: a mark between, same sentence; `none`: first of its sentence.
 */
export type Joint = 'series' | 'stacked' | 'clause' | 'sentence' | 'none';

/** A figure with the words around it. */
export interface Frame {
  figure: Figure;
  /** words before it in its own clause, back to the last mark or to the figure before */
  left: Word[];
  /** words between the figure before (or the start of the sentence) and that clause */
  gap: Word[];
  /** words behind it up to the next figure or mark */
  right: Word[];
  /** true when the clause ends right behind `right`, false when another figure stands there */
  isRightOpen: boolean;
  joint: Joint;
  previous: Frame | null;
  /** end of the noun phrase behind the figure, where 的 links it: 100亿元的纾困基金; 0 for none */
  rightEnd: number;
  sentence: number;
  paragraph: number;
}

const LONGEST_GAP = 120;
const LONGEST_RIGHT = 48;

export function buildFrames(document: Document, figures: readonly Figure[], times: readonly Span[]): Frame[] {
  const frames: Frame[] = [];
  const sentences = new SentenceCursor(document.sentences);
  let time = 0;
  figures.forEach((figure, i) => {
    const sentence = sentences.at(figure.start);
    const previous = frames[frames.length - 1] ?? null;
    const sentenceStart = document.sentences[sentence]?.start ?? lineStart(document.text, figure.start);
    const from = Math.max(sentenceStart, previous?.figure.end ?? 0, figure.lead - LONGEST_GAP);
    while (time < times.length && (times[time] as Span).end <= from) time++;
    const before = cutWords(document.text, from, Math.max(from, figure.lead), times, time);
    markBases(document.text, before);
    splitSingleVerb(document.text, before);
    const border = lastMark(before);
    const right = rightWords(document.text, figure, figures[i + 1], times, time);
    const isNeighbour = previous !== null && previous.figure.end >= sentenceStart;
    frames.push({
      figure,
      left: before.slice(border),
      gap: before.slice(0, border),
      right: right.words,
      isRightOpen: right.isOpen,
      joint: isNeighbour ? jointOf(before, border) : 'none',
      previous: isNeighbour ? previous : null,
      rightEnd: 0,
      sentence,
      paragraph: document.sentences[sentence]?.paragraph ?? -1,
    });
  });
  return frames;
}

function lineStart(text: string, offset: number): number {
  const from = Math.max(0, offset - LONGEST_GAP);
  return from + text.slice(from, offset).lastIndexOf('\n') + 1;
}

/** Index behind the last mark of a stretch of words; 0 without one. */
function lastMark(words: readonly Word[]): number {
  for (let i = words.length - 1; i >= 0; i--) if (hasRole(words[i], Role.mark)) return i + 1;
  return 0;
}

function jointOf(before: readonly Word[], border: number): Joint {
  if (before.length === 0) return 'stacked';
  if (border > 0) return 'sentence';
  return before.every((word) => hasRole(word, Role.pause | Role.conjunction)) ? 'series' : 'clause';
}

function rightWords(
  text: string,
  figure: Figure,
  next: Figure | undefined,
  times: readonly Span[],
  time: number,
): { words: Word[]; isOpen: boolean } {
  const end = Math.min(clauseEnd(text, figure.end), next?.lead ?? text.length);
  const words = cutWords(text, figure.end, end, times, time);
  const mark = words.findIndex((word) => hasRole(word, Role.mark));
  if (mark >= 0) return { words: words.slice(0, mark), isOpen: true };
  return { words, isOpen: end !== next?.lead };
}

/** End of the clause that a figure stands in: the next ，。；： or line end, 48 characters on at most. */
function clauseEnd(text: string, from: number): number {
  const classes = charClasses();
  const limit = Math.min(text.length, from + LONGEST_RIGHT);
  let end = from;
  while (end < limit) {
    const kind = classes[text.charCodeAt(end)] as number;
    if (kind === CharClass.clauseEnd || kind === CharClass.sentenceEnd || kind === CharClass.lineEnd) break;
    end++;
  }
  return end;
}

class SentenceCursor {
  private index = 0;

  constructor(private readonly sentences: readonly Sentence[]) {}

  /** Index of the sentence that holds `offset`; -1 outside all. Offsets must not go back. */
  at(offset: number): number {
    while (this.index < this.sentences.length && (this.sentences[this.index] as Sentence).end <= offset) this.index++;
    const sentence = this.sentences[this.index];
    return sentence !== undefined && sentence.start <= offset ? this.index : -1;
  }
}
