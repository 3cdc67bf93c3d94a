import type { Document, Sentence } from '../../document/document.js';
import type { Span } from '../../text/span.js';
import { markBases } from './base.js';
import { splitSingleVerb } from './change.js';
import { clauseBorder, cutWords, hasRole, rolesOf, type Word } from './clause.js';
import type { Figure } from './figure.js';
import { Gap } from './gap.js';
import { Role } from './role.js';
import { Sign } from './signs.js';
import { wordTables } from './word-tables.js';

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
  /** the roles of all of them together */
  leftRoles: number;
  /** bits of `Sign` of the characters between the figure before (or the start of the sentence) and this one */
  signs: number;
  /** what stands between the figure before (or the start of the sentence) and that clause */
  gap: Gap;
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
  const { text } = document;
  const frames: Frame[] = [];
  const sentences = new SentenceCursor(document.sentences);
  let previous: Frame | null = null;
  let time = 0;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i] as Figure;
    const index = sentences.at(figure.start);
    const sentence = document.sentences[index];
    const sentenceStart = sentence?.start ?? lineStart(text, figure.start);
    const from = Math.max(sentenceStart, previous?.figure.end ?? 0, figure.lead - LONGEST_GAP);
    while (time < times.length && (times[time] as Span).end <= from) time++;
    const border = clauseBorder(text, from, figure.lead, times, time);
    const left = leftWords(text, border.start, figure.lead, times, time);
    const end = Math.min(clauseEnd(text, figure.end), figures[i + 1]?.lead ?? text.length);
    const right = rightWords(text, figure.end, end, times, time);
    if (previous !== null && previous.figure.end < sentenceStart) previous = null;
    const frame: Frame = {
      figure,
      left,
      leftRoles: rolesOf(left),
      signs: border.signs,
      gap: new Gap(text, from, border.start, times, time),
      right: right.words,
      isRightOpen: right.hasMark || end !== figures[i + 1]?.lead,
      joint: previous === null ? 'none' : jointOf(left, from, border.start),
      previous,
      rightEnd: 0,
      sentence: index,
      paragraph: sentence?.paragraph ?? -1,
    };
    frames.push(frame);
    previous = frame;
  }
  return frames;
}

function lineStart(text: string, offset: number): number {
  const from = Math.max(0, offset - LONGEST_GAP);
  return from + text.slice(from, offset).lastIndexOf('\n') + 1;
}

function leftWords(text: string, start: number, end: number, times: readonly Span[], time: number): Word[] {
  const words = cutWords(text, start, end, times, time);
  if ((rolesOf(words) & Role.compare) !== 0) markBases(text, words);
  splitSingleVerb(text, words);
  return words;
}

function jointOf(left: readonly Word[], from: number, border: number): Joint {
  if (border > from) return 'sentence';
  if (left.length === 0) return 'stacked';
  for (const word of left) if (!hasRole(word, Role.pause | Role.conjunction)) return 'clause';
  return 'series';
}

const PAUSE = '、'.charCodeAt(0);

function rightWords(
  text: string,
  start: number,
  end: number,
  times: readonly Span[],
  time: number,
): { words: Word[]; hasMark: boolean } {
  // 300家、: what joins the next figure says nothing of this one
  if (start === end || text.charCodeAt(start) === PAUSE) return { words: [], hasMark: false };
  const words = cutWords(text, start, end, times, time);
  let to = 0;
  while (to < words.length && !hasRole(words[to], Role.mark)) to++;
  const hasMark = to < words.length;
  if (hasMark) words.length = to;
  return { words, hasMark };
}

/** End of the clause that a figure stands in: the next ，。；： or line end, 48 characters on at most. */
function clauseEnd(text: string, from: number): number {
  const { signs } = wordTables();
  const limit = Math.min(text.length, from + LONGEST_RIGHT);
  let end = from;
  while (end < limit && ((signs[text.charCodeAt(end)] as number) & Sign.endsClause) === 0) end++;
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
