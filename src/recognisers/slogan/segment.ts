import type { Span } from '../../text/span.js';
import { LEVEL_PRIOR, type Level } from './costs.js';
import { countCost } from './count-cost.js';
import { type Cell, extend, keepBest, type Opening, pairWith, totalWith } from './list-cell.js';
import { type Member, pairCost, readMember } from './member.js';
import type { Separator } from './run.js';
import { separatorCosts, skipCost } from './separator-costs.js';

/** A place where the list may begin or end, with its cost and the reason for it. */
export interface Border {
  at: number;
  cost: number;
  reason: string;
}

export interface Run {
  text: string;
  separators: readonly Separator[];
  starts: readonly Border[];
  ends: readonly Border[];
  /** counts that the label allows, the likeliest first */
  declared: readonly number[];
  /** 等 stands behind the list */
  isOpen: boolean;
  /** a bracket or a pair of quotation marks holds the whole list: more members than declared may well stand there */
  isEnclosed?: boolean;
  /** morphemes that the label's head may lend to every member: 员 in 六员, 坚持 in 四个坚持 */
  morphemes: readonly string[];
  /** members by the lexicon: a stretch that is one of them is likely cut right */
  knownMembers: readonly string[];
  /** levels of separator to try; all when absent */
  levels?: readonly Level[];
}

export interface Segmentation {
  members: Span[];
  cost: number;
  level: Level;
  declared: number | null;
  /** every member carries the label's morpheme */
  hasMorpheme: boolean;
  /** every member begins with a verb */
  areVerbal: boolean;
  /** mean cost of neighbours: below 0 the members are alike */
  likeness: number;
  /** the same for the two neighbours that are least alike */
  leastLikeness: number;
  /** every member stands in quotation marks of its own */
  areQuoted: boolean;
  start: string;
  end: string;
}

const LEVELS = ['pause', 'comma', 'semicolon', 'stop'] as const;
const MOST_ATOMS = 48;
const MOST_SKIPPED = 9;
const MOST_SKIP_COST = 3;
/** Borders and separators that have cost more than this are not followed up: no list costs as much in the end. */
const BOUND = 1.35;
const LOOSE_BOUND = 2.6;

/** The cheapest way to cut a list out of a run, over all levels of separator; null when there is none. */
export function segmentRun(run: Run): Segmentation | null {
  if (run.separators.length === 0 || run.separators.length > MOST_ATOMS) return null;
  const members = new MemberReader(run);
  const kinds = new Set(run.separators.map((separator) => separator.kind));
  let best: Segmentation | null = null;
  for (const level of run.levels ?? LEVELS) {
    const isThere = kinds.has(level) || (level === 'pause' && (kinds.has('quote') || kinds.has('and')));
    if (!isThere) continue;
    const found = segmentAt(run, level, members);
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  return best;
}

/** The greatest declared number, at least 2. */
function greatest(declared: readonly number[]): number {
  let most = 2;
  for (const count of declared) if (count > most) most = count;
  return most;
}

/** Members by their place: the levels ask for the same ones. */
class MemberReader {
  private readonly known = new Map<number, Member | null>();

  constructor(private readonly run: Run) {}

  read(start: number, end: number): Member | null {
    const key = start * 1024 + (end - start);
    let member = this.known.get(key);
    if (member === undefined) {
      member =
        end - start > 500 ? null : readMember(this.run.text, { start, end }, this.run.morphemes, this.run.knownMembers);
      this.known.set(key, member);
    }
    return member;
  }
}

/**
 * Dynamic programme over the separators: which of them part members, where the list begins and where it ends. One pass for all
 * beginnings; `cells[j]` are the lists whose last member ends at separator j.
 */
function segmentAt(run: Run, level: Level, members: MemberReader): Segmentation | null {
  const { separators } = run;
  const { skips, cuts, lastCuts } = separatorCosts(separators, level);
  const most = greatest(run.declared) + 2;
  const bound = run.morphemes.length > 0 || run.knownMembers.length > 0 ? LOOSE_BOUND : BOUND;
  const cells: Cell[][] = separators.map(() => []);
  const ends = endsByAtom(run);
  let best: Whole | null = null;
  let nextStart = 0;
  // a list that falls short of its number by more than two is none, so it does not begin so late
  const lastStart =
    run.isOpen || run.morphemes.length > 0
      ? separators.length
      : separators.length + 2 - Math.min(...run.declared, most);
  for (let i = 0; i <= separators.length; i++) {
    const from = i === 0 ? -1 : (separators[i - 1] as Separator).end;
    const to = i === separators.length ? Infinity : (separators[i] as Separator).start;
    const openings: Opening[] = [];
    if (i > 0)
      for (const cell of cells[i - 1] as Cell[]) if (cell.count < most) openings.push({ at: from, cell, border: null });
    while (nextStart < run.starts.length && (run.starts[nextStart] as Border).at < to) {
      const border = run.starts[nextStart++] as Border;
      if (i <= lastStart) openings.push({ at: border.at, cell: null, border });
    }
    if (openings.length === 0) continue;
    let skipped = 0;
    for (let j = i; j <= separators.length && j - i <= MOST_SKIPPED; j++) {
      if (j > i) skipped += skipCost(separators, skips, i, j - 1);
      if (skipped > MOST_SKIP_COST) break;
      const atomEnd = j === separators.length ? Infinity : (separators[j] as Separator).start;
      for (const opening of openings) {
        const cut = opening.cell === null ? 0 : (cuts[i - 1] as number);
        const spent = skipped + (opening.cell === null ? (opening.border as Border).cost : opening.cell.cost);
        if (spent > bound) continue;
        if (atomEnd !== Infinity && spent + cut <= bound) {
          const member = members.read(opening.at, atomEnd);
          if (member !== null)
            keepBest(cells[j] as Cell[], extend(opening, member, skipped + cut, pairWith(run.text, opening, member)));
        }
        for (const end of ends[j] as Border[]) {
          if (end.at <= opening.at) continue;
          const lastCut = opening.cell === null ? 0 : (lastCuts[i - 1] as number);
          const member = members.read(opening.at, end.at);
          if (member !== null) best = cheaper(best, run, opening, member, skipped + lastCut, end, level);
        }
      }
    }
  }
  return best === null ? null : toSegmentation(run.text, best, level);
}

/** The ends of a run by the atom, numbered by the separator behind it, that they stand in; an end inside a separator is none. */
function endsByAtom({ separators, ends }: Run): Border[][] {
  const byAtom: Border[][] = [[]];
  for (let i = 0; i < separators.length; i++) byAtom.push([]);
  for (const end of ends) {
    let atom = 0;
    while (atom < separators.length && (separators[atom] as Separator).start < end.at) atom++;
    if (atom === 0 || end.at > (separators[atom - 1] as Separator).end) (byAtom[atom] as Border[]).push(end);
  }
  return byAtom;
}

/** A whole list on its way: what it costs and how it ends. */
interface Whole {
  cell: Cell;
  end: Border;
  cost: number;
  declared: number | null;
}

/** The better of the best list so far and the one that the member closes. */
function cheaper(
  best: Whole | null,
  run: Run,
  opening: Opening,
  member: Member,
  extra: number,
  end: Border,
  level: Level,
): Whole | null {
  const pair = pairWith(run.text, opening, member);
  const count = countCost((opening.cell?.count ?? 0) + 1, run, end, level);
  const cost = totalWith(opening, member, extra, pair) + count.cost + end.cost + LEVEL_PRIOR[level];
  if (best !== null && best.cost <= cost) return best;
  return { cell: extend(opening, member, extra, pair), end, cost, declared: count.declared };
}

function toSegmentation(text: string, { cell, end, cost, declared }: Whole, level: Level): Segmentation {
  const members: Member[] = [];
  for (let at: Cell | null = cell; at !== null; at = at.before) members.unshift(at.member);
  return {
    members: members.map((member) => ({ start: member.start, end: member.end })),
    cost,
    level,
    declared,
    hasMorpheme: members.every((member) => member.hasMorpheme),
    areVerbal: members.every((member) => member.isVerbal),
    ...likeness(text, members),
    areQuoted: members.every((member) => member.isQuoted),
    start: cell.start.reason,
    end: end.reason,
  };
}

function likeness(text: string, members: readonly Member[]): { likeness: number; leastLikeness: number } {
  const pairs: number[] = [];
  for (let i = 1; i < members.length; i++) pairs.push(pairCost(text, members[i - 1] as Member, members[i] as Member));
  if (pairs.length === 0) return { likeness: 1, leastLikeness: 1 };
  return { likeness: pairs.reduce((sum, cost) => sum + cost, 0) / pairs.length, leastLikeness: Math.max(...pairs) };
}
