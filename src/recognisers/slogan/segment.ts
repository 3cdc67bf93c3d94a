import type { Span } from '../../text/span.js';
import type { Level } from './costs.js';
import type { Cell } from './list-cell.js';
import { ListSearch, type Whole } from './list-search.js';
import { type Member, pairCost } from './member.js';
import type { Separator } from './run.js';

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
  isEnclosed: boolean;
  /** morphemes that the label's head may lend to every member: 员 in 六员, 坚持 in 四个坚持 */
  morphemes: readonly string[];
  /** members by the lexicon: a stretch that is one of them is likely cut right */
  knownMembers: readonly string[];
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

const LEVELS: readonly Level[] = ['pause', 'comma', 'semicolon', 'stop'];
const MOST_ATOMS = 48;

/** The cheapest way to cut a list out of a run, over the levels of separator; null when there is none. */
export function segmentRun(run: Run): Segmentation | null {
  const found = segmentByLevel(run, LEVELS);
  return found[found.length - 1] ?? null;
}

/** The cheapest list at the first of the levels that has one, and each that is cheaper at a level behind it; the cheapest of all is the last. */
export function segmentByLevel(run: Run, levels: readonly Level[]): Segmentation[] {
  if (run.separators.length === 0 || run.separators.length > MOST_ATOMS) return [];
  const search = new ListSearch(run);
  const found: Segmentation[] = [];
  let best: Whole | null = null;
  for (const level of levels) {
    const whole: Whole | null = isThere(run.separators, level) ? search.at(level, best) : best;
    if (whole !== null && whole !== best) found.push(toSegmentation(run.text, whole));
    best = whole;
  }
  return found;
}

/** “A”“B”和“C” have no 、 and are parted all the same. */
function isThere(separators: readonly Separator[], level: Level): boolean {
  for (const { kind } of separators)
    if (kind === level || (level === 'pause' && (kind === 'quote' || kind === 'and'))) return true;
  return false;
}

function toSegmentation(text: string, { cell, end, cost, declared, level }: Whole): Segmentation {
  const members: Member[] = [];
  for (let at: Cell | null = cell; at?.member != null; at = at.before) members.push(at.member);
  members.reverse();
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
  let [sum, most] = [0, -Infinity];
  for (let i = 1; i < members.length; i++) {
    const cost = pairCost(text, members[i - 1] as Member, members[i] as Member);
    sum += cost;
    if (cost > most) most = cost;
  }
  return members.length < 2
    ? { likeness: 1, leastLikeness: 1 }
    : { likeness: sum / (members.length - 1), leastLikeness: most };
}
