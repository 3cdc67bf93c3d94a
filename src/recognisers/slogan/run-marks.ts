import { CharClass, charClasses } from '../../text/char-class.js';

/** What a stretch holds of marks, as bits. */
export const Marks = { comma: 1, colon: 2, unbalanced: 4 } as const;

const COMMA = '，'.charCodeAt(0);
const COLON = '：'.charCodeAt(0);
const [OPEN, CLOSE] = [8, 16];

/** The commas, colons, brackets and quotation marks of a run, read once for all the members that may be cut out of it. */
export class RunMarks {
  private readonly places: number[] = [];
  private readonly kinds: number[] = [];

  constructor(text: string, start: number, end: number) {
    const classes = charClasses();
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      const kind = classes[code] as number;
      if (kind === CharClass.han) continue;
      if (kind === CharClass.open) this.add(i, OPEN);
      else if (kind === CharClass.close) this.add(i, CLOSE);
      else if (code === COMMA) this.add(i, Marks.comma);
      else if (code === COLON) this.add(i, Marks.colon);
    }
  }

  private add(place: number, kind: number): void {
    this.places.push(place);
    this.kinds.push(kind);
  }

  /** The marks of one stretch; `unbalanced` alone where a bracket is opened or closed in it only. */
  in(start: number, end: number): number {
    const { places, kinds } = this;
    let found = 0;
    let depth = 0;
    for (let i = this.indexFrom(start); i < places.length && (places[i] as number) < end; i++) {
      const kind = kinds[i] as number;
      if (kind === OPEN) depth++;
      else if (kind !== CLOSE) found |= kind;
      else if (--depth < 0) return Marks.unbalanced;
    }
    return depth === 0 ? found : Marks.unbalanced;
  }

  private indexFrom(offset: number): number {
    let [low, high] = [0, this.places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.places[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
