import { Parser } from 'htmlparser2';
import { writeListNumber } from './list-numbers.js';

/** One level of a list: its number format, the text around the number (`第%1条`) and where it starts. */
interface ListLevel {
  format: string;
  text: string;
  start: number;
}

/** Definitions of a document's lists (`word/numbering.xml`). */
export interface Numbering {
  /** number id → id of the abstract list, which is what counts */
  abstracts: Map<string, string>;
  levels: Map<string, ListLevel[]>;
  /** levels that a number id starts anew: `3:0` → 1 */
  restarts: Map<string, number>;
}

/** Reads `word/numbering.xml`; a document without lists has none. */
export function readNumbering(xml: string | null): Numbering {
  const numbering: Numbering = { abstracts: new Map(), levels: new Map(), restarts: new Map() };
  if (xml === null) return numbering;
  let abstractId: string | null = null;
  let numId: string | null = null;
  let depth = 0;
  const levelAt = (): ListLevel => {
    const levels = numbering.levels.get(abstractId ?? '') ?? [];
    numbering.levels.set(abstractId ?? '', levels);
    const level = levels[depth] ?? { format: 'decimal', text: '', start: 1 };
    levels[depth] = level;
    return level;
  };
  const onopentag = (tag: string, attributes: Record<string, string>): void => {
    const value = attributes['w:val'] ?? '';
    if (tag === 'w:abstractNum') abstractId = attributes['w:abstractNumId'] ?? '';
    else if (tag === 'w:num') [abstractId, numId] = [null, attributes['w:numId'] ?? ''];
    else if (tag === 'w:abstractNumId' && numId !== null) numbering.abstracts.set(numId, value);
    else if (tag === 'w:lvl' || tag === 'w:lvlOverride')
      depth = Math.min(8, Math.max(0, Number(attributes['w:ilvl'] ?? 0) || 0));
    else if (tag === 'w:startOverride' && numId !== null)
      numbering.restarts.set(`${numId}:${depth}`, Number(value) || 1);
    else if (abstractId === null) return;
    else if (tag === 'w:numFmt') levelAt().format = value;
    else if (tag === 'w:lvlText') levelAt().text = value;
    else if (tag === 'w:start') levelAt().start = Number(value) || 0;
  };
  new Parser({ onopentag }, { xmlMode: true }).end(xml);
  return numbering;
}

/** Counts a document's lists as Word does while its paragraphs go by. */
export class ListCounter {
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(private readonly numbering: Numbering) {}

  /** The marker that Word writes before the next paragraph of a list: （一）, 1., •; empty where it writes none. */
  next(numId: string, depth: number): string {
    const abstractId = this.numbering.abstracts.get(numId);
    const levels = abstractId === undefined ? undefined : this.numbering.levels.get(abstractId);
    const level = levels?.[depth];
    if (abstractId === undefined || levels === undefined || level === undefined) return '';
    if (level.format === 'bullet') return readBullet(level.text);
    const counts = this.counts.get(abstractId) ?? [];
    this.counts.set(abstractId, counts);
    const restart = this.numbering.restarts.get(`${numId}:${depth}`);
    const isFirst = restart !== undefined && !this.begun.has(`${numId}:${depth}`);
    counts[depth] = isFirst ? restart : (counts[depth] ?? level.start - 1) + 1;
    this.begun.add(`${numId}:${depth}`);
    counts.length = depth + 1;
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return writeListNumber(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
  }
}

/** Bullets of symbol fonts lie in the private use area and mean nothing outside of them. */
function readBullet(text: string): string {
  return /^[\ue000-\uf8ff]*$/.test(text) ? '•' : text;
}
