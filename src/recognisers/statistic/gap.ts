import type { Span } from '../../text/span.js';
import { markBases } from './base.js';
import { cutWords, type Word } from './clause.js';

/** The text between the figure before, or the start of the sentence, and the clause of a figure. Few figures need its words. */
export class Gap {
  private cut: Word[] | null;

  /** @param firstTime index of the first of `times` that can stand in it */
  constructor(
    private readonly text: string,
    readonly start: number,
    readonly end: number,
    private readonly times: readonly Span[],
    private readonly firstTime: number,
  ) {
    this.cut = null;
  }

  get words(): readonly Word[] {
    this.cut ??= this.cutOnce();
    return this.cut;
  }

  private cutOnce(): Word[] {
    const words = cutWords(this.text, this.start, this.end, this.times, this.firstTime);
    markBases(this.text, words);
    return words;
  }
}
