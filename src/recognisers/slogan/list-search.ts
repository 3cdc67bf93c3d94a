import { LEVEL_PRIOR, type Level } from './costs.js';
import { countCost, declaredAs } from './count-cost.js';
import { type Cell, emptyList, extend, keepBest, pairWith, totalWith } from './list-cell.js';
import { LEAST_PAIR_COST, type Member, type MemberSource, readMember } from './member.js';
import type { Separator } from './run.js';
import { RunMarks } from './run-marks.js';
import type { Border, Run } from './segment.js';
import { type SeparatorPrices, separatorPrices } from './separator-costs.js';

/** A whole list: what it costs and how it ends. */
export interface Whole {
  cell: Cell;
  end: Border;
  cost: number;
  declared: number | null;
  level: Level;
}

/** A place where a member may begin: behind a separator, where a list goes on, or at a border. */
interface Place {
  at: number;
  /** the empty list that begins at the border */
  opening: readonly Cell[] | null;
  /** members that begin here, by the number of the place where they end: the levels ask for the same ones */
  members: (Member | null | undefined)[];
}

/** A place where the list may end; the numbers of these places follow those of the separators. */
interface End {
  border: Border;
  number: number;
}

const MOST_SKIPPED = 9;
const MOST_SKIP_COST = 3;
const LONGEST_MEMBER = 500;
/** Borders and separators that have cost more than this are not followed up: no list is believed that costs as much; morphemes and known members make up for more. */
const BOUND = 1.35;
const LOOSE_BOUND = 1.7;

/** From the first place where a list may begin to the last where it may end. */
function marksOf({ text, starts, ends }: Run): RunMarks {
  let [start, end] = [Infinity, 0];
  for (const { at } of starts) if (at < start) start = at;
  for (const { at } of ends) if (at > end) end = at;
  return new RunMarks(text, start, end);
}

/** Dynamic programme over the separators of a run: which of them part members, where the list begins and where it ends. */
export class ListSearch {
  /** by atom, each named by the separator behind it */
  private readonly places: Place[][] = [];
  private readonly ends: End[][] = [];
  /** no list has more members than this */
  private readonly most: number;
  private readonly bound: number;
  private readonly source: MemberSource;

  constructor(private readonly run: Run) {
    const { text, declared, morphemes, knownMembers } = run;
    const isHelped = morphemes.length > 0 || knownMembers.length > 0;
    this.bound = isHelped ? LOOSE_BOUND : BOUND;
    // two over the declared number are believed only where something else speaks for the list
    this.most = Math.max(2, ...declared) + (isHelped || run.isEnclosed ? 2 : 1);
    this.source = { text, marks: marksOf(run), morphemes, knownMembers };
    this.sortStarts();
    this.sortEnds();
  }

  private sortStarts(): void {
    const { separators, starts } = this.run;
    const lastStart = this.lastStart();
    let next = 0;
    for (let i = 0; i <= separators.length; i++) {
      const places: Place[] = [];
      if (i > 0) places.push({ at: (separators[i - 1] as Separator).end, opening: null, members: [] });
      const limit = separators[i]?.start ?? Infinity;
      for (let border = starts[next]; border !== undefined && border.at < limit; border = starts[++next])
        if (i <= lastStart) places.push({ at: border.at, opening: [emptyList(border)], members: [] });
      this.places.push(places);
    }
  }

  /** A list that falls short of its number by more than two is none, so it does not begin so late. */
  private lastStart(): number {
    const { separators, declared, isOpen, morphemes } = this.run;
    if (isOpen || morphemes.length > 0) return separators.length;
    return separators.length + 2 - Math.min(...declared, this.most);
  }

  /** An end inside a separator is none. */
  private sortEnds(): void {
    const { separators, ends } = this.run;
    for (let i = 0; i <= separators.length; i++) this.ends.push([]);
    for (let i = 0; i < ends.length; i++) {
      const border = ends[i] as Border;
      let atom = 0;
      while (atom < separators.length && (separators[atom] as Separator).start < border.at) atom++;
      if (atom === 0 || border.at > (separators[atom - 1] as Separator).end)
        (this.ends[atom] as End[]).push({ border, number: separators.length + i });
    }
  }

  /** The better of the best list so far and of those that one level of separator parts. One pass for all beginnings. */
  at(level: Level, best: Whole | null): Whole | null {
    const { separators } = this.run;
    const prices = separatorPrices(separators, level);
    /** lists whose last member ends at separator j */
    const cells: Cell[][] = separators.map(() => []);
    let found = best;
    for (let i = 0; i <= separators.length; i++)
      for (const place of this.places[i] as Place[]) {
        const openings = place.opening ?? (cells[i - 1] as Cell[]);
        if (openings.length > 0) found = this.from(place, i, openings, prices, cells, found);
      }
    return found;
  }

  /** Members that begin at one place and end at one of the separators behind it. */
  private from(
    place: Place,
    i: number,
    openings: readonly Cell[],
    prices: SeparatorPrices,
    cells: Cell[][],
    best: Whole | null,
  ): Whole | null {
    const { separators } = this.run;
    const isFirst = place.opening !== null;
    const cut = isFirst ? 0 : (prices.cuts[i - 1] as number);
    const lastCut = isFirst ? 0 : (prices.lastCuts[i - 1] as number);
    const skips = separators[i - 1]?.kind === 'also' ? prices.skipsBehindAlso : prices.skips;
    let found = best;
    let skipped = 0;
    for (let j = i; j <= separators.length && j - i <= MOST_SKIPPED; j++) {
      if (j > i) skipped += skips[j - 1] as number;
      if (skipped > MOST_SKIP_COST) break;
      if (j < separators.length) this.goOn(openings, place, j, skipped, cut, cells[j] as Cell[]);
      for (const end of this.ends[j] as End[])
        if (end.border.at > place.at) found = this.close(openings, place, end, skipped, lastCut, prices.level, found);
    }
    return found;
  }

  private goOn(openings: readonly Cell[], place: Place, j: number, skipped: number, cut: number, cells: Cell[]): void {
    const { text, separators } = this.run;
    for (const opening of openings) {
      if (opening.count >= this.most || skipped + cut + opening.cost > this.bound) continue;
      const member = this.memberAt(place, (separators[j] as Separator).start, j);
      if (member === null) return;
      keepBest(cells, opening, member, skipped + cut, pairWith(text, opening, member));
    }
  }

  private close(
    openings: readonly Cell[],
    place: Place,
    { border, number }: End,
    skipped: number,
    lastCut: number,
    level: Level,
    best: Whole | null,
  ): Whole | null {
    const { run } = this;
    const isOpen = run.isOpen || border.reason === '等';
    const extra = skipped + lastCut;
    let found = best;
    for (const opening of openings) {
      if (opening.count >= this.most || skipped + opening.cost > this.bound) continue;
      const member = this.memberAt(place, border.at, number);
      if (member === null) break;
      const rest = countCost(opening.count + 1, run, isOpen, level) + border.cost + LEVEL_PRIOR[level];
      if (found !== null && totalWith(opening, member, extra, LEAST_PAIR_COST) + rest >= found.cost) continue;
      const pair = pairWith(run.text, opening, member);
      const cost = totalWith(opening, member, extra, pair) + rest;
      if (found !== null && cost >= found.cost) continue;
      const cell = extend(opening, member, extra, pair);
      found = { cell, end: border, cost, declared: declaredAs(cell.count, run), level };
    }
    return found;
  }

  private memberAt(place: Place, end: number, number: number): Member | null {
    const known = place.members[number];
    if (known !== undefined) return known;
    const member = end - place.at > LONGEST_MEMBER ? null : readMember(this.source, place.at, end);
    place.members[number] = member;
    return member;
  }
}
