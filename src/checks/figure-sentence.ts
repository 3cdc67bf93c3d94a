import type { Document, Sentence } from '../document/document.js';
import type { StatisticMention } from '../recognisers/mentions.js';

/** The statistics of one sentence, in text order, with the text they stand in. */
export interface FigureSentence {
  text: string;
  figures: StatisticMention[];
}

/** Figures of one sentence are compared with one another: a list of a thousand in one sentence is audited in stretches. */
const MOST_FIGURES = 60;

/** The sentences with figures that something can be asked of: a single figure contradicts nothing unless it says that something fell. */
export function groupBySentence(document: Document, statistics: readonly StatisticMention[]): FigureSentence[] {
  const groups: FigureSentence[] = [];
  const { sentences, text } = document;
  let at = 0;
  for (let from = 0; from < statistics.length; ) {
    const figure = statistics[from] as StatisticMention;
    while (at < sentences.length && (sentences[at] as Sentence).end <= figure.start) at++;
    const to = groupEnd(statistics, from, sentences[at]);
    if (to - from > 1 || figure.direction === 'down') groups.push({ text, figures: statistics.slice(from, to) });
    from = to;
  }
  return groups;
}

function groupEnd(statistics: readonly StatisticMention[], from: number, sentence: Sentence | undefined): number {
  const limit = Math.min(statistics.length, from + MOST_FIGURES);
  let to = from + 1;
  if (sentence === undefined || (statistics[from] as StatisticMention).start < sentence.start) return to;
  while (to < limit && (statistics[to] as StatisticMention).start < sentence.end) to++;
  return to;
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
