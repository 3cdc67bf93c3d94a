/** A text put together anew, with the way back into the source. */
export interface WrittenText {
  text: string;
  /** source offset of each character's start; null when nothing moved */
  starts: Int32Array | null;
  /** source offset of each character's end; null when every character ends behind its start */
  ends: Int32Array | null;
}

/** Entries of `steps` for each step: characters written, and the source stretch they stand for. */
const STEP = 3;
/** as the end of a stretch: its characters stand one for one */
const ONE_FOR_ONE = -1;

/**
 * Puts a cleaned text together from the stretches of the source that stay and what replaces the others. Nothing is copied as long
 * as nothing is replaced, and the map is made at the end, only when something moved.
 */
export class CleanWriter {
  private readonly parts: string[] = [];
  private readonly steps: number[] = [];
  /** source offset from which all stays, not yet written */
  private from = 0;
  private lastCode = 0;
  private length = 0;
  private isMoved = false;
  /** some character stands for more or less than one of the source */
  private isStretched = false;

  constructor(private readonly source: string) {}

  /** The character before `offset` as it was written, 0 when there is none. */
  lastBefore(offset: number): number {
    return offset > this.from ? this.source.charCodeAt(offset - 1) : this.lastCode;
  }

  /** Writes `text` in place of a stretch; each of its characters stands for all of the stretch. */
  replace(start: number, end: number, text: string): void {
    this.keepUpTo(start);
    if (text !== '') this.write(text, start, end);
    if (text.length !== 1 || end - start !== 1) {
      this.isMoved = true;
      this.isStretched ||= text !== '';
    }
    this.from = end;
  }

  /** Leaves a stretch out; it belongs to the character before it: the reading in 習(xí)近平. */
  extendLast(start: number, end: number): void {
    this.keepUpTo(start);
    this.steps.push(0, start, end);
    this.isMoved = true;
    this.isStretched = true;
    this.from = end;
  }

  finish(): WrittenText {
    if (this.steps.length === 0 && this.from === 0) return { text: this.source, starts: null, ends: null };
    this.keepUpTo(this.source.length);
    const text = this.parts.join('');
    if (!this.isMoved) return { text, starts: null, ends: null };
    return { text, starts: this.buildStarts(), ends: this.isStretched ? this.buildEnds() : null };
  }

  private keepUpTo(offset: number): void {
    if (offset > this.from) this.write(this.source.slice(this.from, offset), this.from, ONE_FOR_ONE);
  }

  private write(text: string, start: number, end: number): void {
    this.parts.push(text);
    this.steps.push(text.length, start, end);
    this.lastCode = text.charCodeAt(text.length - 1);
    this.length += text.length;
  }

  private buildStarts(): Int32Array {
    const { steps } = this;
    const starts = new Int32Array(this.length);
    let at = 0;
    for (let i = 0; i < steps.length; i += STEP) {
      const start = steps[i + 1] as number;
      const step = steps[i + 2] === ONE_FOR_ONE ? 1 : 0;
      const last = at + (steps[i] as number);
      for (let offset = start; at < last; offset += step) starts[at++] = offset;
    }
    return starts;
  }

  private buildEnds(): Int32Array {
    const { steps } = this;
    const ends = new Int32Array(this.length);
    let at = 0;
    for (let i = 0; i < steps.length; i += STEP) {
      const count = steps[i] as number;
      const start = steps[i + 1] as number;
      const end = steps[i + 2] as number;
      if (count === 0 && at > 0) ends[at - 1] = end;
      for (let k = 1; k <= count; k++) ends[at++] = end === ONE_FOR_ONE ? start + k : end;
    }
    return ends;
  }
}
