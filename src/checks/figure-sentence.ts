import type { Document } from '../document/document.js';
import { indexAt } from '../document/sentences.js';
import type { StatisticMention } from '../recognisers/mentions.js';

/** The statistics of one sentence, in text order, with the text they stand in. */
export interface FigureSentence {
  text: string;
  figures: StatisticMention[];
}

/** Figures of one sentence are compared with one another: a list of a thousand in one sentence is audited in stretches. */
const MOST_FIGURES = 60;

export function groupBySentence(document: Document, statistics: readonly StatisticMention[]): FigureSentence[] {
  const groups: FigureSentence[] = [];
  let last = -2;
  for (const figure of statistics) {
    const sentence = indexAt(document.sentences, figure.start);
    const isFull = (groups[groups.length - 1]?.figures.length ?? 0) >= MOST_FIGURES;
    if (sentence !== last || sentence < 0 || isFull) groups.push({ text: document.text, figures: [] });
    last = sentence;
    (groups[groups.length - 1] as FigureSentence).figures.push(figure);
  }
  return groups;
}

export function labelOf(figure: StatisticMention): string {
  return figure.indicator?.label ?? '';
}

/** “结案率69.11%”: a figure as a reader finds it. */
export function quote(text: string, figure: StatisticMention): string {
  return `${labelOf(figure)}${text.slice(figure.start, figure.end)}`;
}

export function between(text: string, a: StatisticMention, b: StatisticMention): string {
  return text.slice(a.end, b.start);
}

/** The words before a figure, back to the last mark, 24 characters at most: 信访局受理来信. */
export function clauseBefore(text: string, figure: StatisticMention): string {
  const words = text.slice(Math.max(0, figure.start - 24), figure.start);
  return /[^，。；：、（）\n]*$/.exec(words)?.[0] ?? '';
}
