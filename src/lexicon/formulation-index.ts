import { CharSet } from '../text/char-set.js';
import type { FormulationEntry } from './schema.js';

/** Quotation marks and blanks, which belong to no label: “三不”一体推进 is looked up as 三不一体推进. */
const OUTSIDE_LABEL = /[“”‘’「」『』"'\s]/g;
const MAY_BE_OUTSIDE = new CharSet('“”‘’「」『』"\' \t\n\r\f\v\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff');

export function normaliseLabel(label: string): string {
  for (let i = 0; i < label.length; i++) {
    const code = label.charCodeAt(i);
    if (MAY_BE_OUTSIDE.has(code) || (code >= 0x2000 && code <= 0x200a)) return label.replace(OUTSIDE_LABEL, '');
  }
  return label;
}

/** Finds the entries of one list by label. Of entries with one label the latest stands first. */
export class FormulationIndex {
  private readonly byLabel = new Map<string, FormulationEntry[]>();

  constructor(readonly entries: readonly FormulationEntry[]) {
    for (const entry of entries)
      for (const form of [entry.key, ...entry.variants]) this.add(normaliseLabel(form), entry);
    for (const found of this.byLabel.values()) found.sort((a, b) => compare(b.from ?? '', a.from ?? ''));
  }

  private add(label: string, entry: FormulationEntry): void {
    const found = this.byLabel.get(label);
    if (found === undefined) this.byLabel.set(label, [entry]);
    else if (!found.includes(entry)) found.push(entry);
  }

  /** The entry that holds on `date` (a day, month or year); the latest when there is no date. */
  find(label: string, date: string | null): FormulationEntry | null {
    const found = this.byLabel.get(normaliseLabel(label));
    if (found === undefined) return null;
    for (const entry of found) if (date === null || holdsOn(entry, date)) return entry;
    return null;
  }
}

/** A month or a year is in a period when a part of it is: 2021 in 2021-02-27/... */
function holdsOn({ from, until }: FormulationEntry, date: string): boolean {
  if (from !== null && date < from.slice(0, date.length)) return false;
  return until === null || date <= until.slice(0, date.length).padEnd(date.length, '~');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
