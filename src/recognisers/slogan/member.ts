import { charClasses, CharClass } from '../../text/char-class.js';
import type { Span } from '../../text/span.js';
import { COSTS } from './costs.js';
import { trimMember } from './run.js';
import { sloganWords } from './words.js';

/** A stretch read as one member of a list. */
export interface Member extends Span {
  cost: number;
  hasMorpheme: boolean;
  isQuoted: boolean;
  isVerbal: boolean;
  commas: number;
  first: string;
  last: string;
  /** third and fourth character: 查处一批…, 整治一批… */
  middle: string;
}

const LONG = 30;
const CONNECTIVES = ['同时', '并且', '而且', '此外', '其中', '特别是', '尤其是', '以及', '从而', '进而', '因此', '为此', '然而', '但', '并', '而', '也', '还', '又', '都'];
const PARTICLES = '的了着过等之吗呢吧';

/** null where the stretch cannot be a member: empty, or with a bracket that is not closed. */
export function readMember(text: string, span: Span, morphemes: readonly string[], knownMembers: readonly string[]): Member | null {
  const { start, end } = trimMember(text, span);
  if (end <= start || !isBalanced(text, start, end)) return null;
  const surface = text.slice(start, end);
  const { governing, nominal } = sloganWords();
  const isGoverning = governing.longestAt(text, start, end) !== -1;
  const isVerbal = isGoverning && !nominal.has(text.slice(start, start + governing.matchLength));
  const isOnlyGoverning = isVerbal && governing.matchLength === end - start;
  const hasMorpheme = morphemes.some((morpheme) => carries(surface, morpheme));
  let cost = 0;
  if (surface.length > LONG) cost += (surface.length - LONG) * COSTS.tooLong;
  if (isOnlyGoverning && surface.length <= 2 && !hasMorpheme) cost += COSTS.governingAlone;
  if (surface.includes('：')) cost += COSTS.holdsColon;
  if (PARTICLES.includes(surface.charAt(0))) cost += COSTS.beginsWithParticle;
  if (CONNECTIVES.some((word) => surface.startsWith(word))) cost += COSTS.beginsWithConnective;
  if (knownMembers.includes(surface)) cost += COSTS.known;
  if (morphemes.length > 0) cost += hasMorpheme ? COSTS.carriesMorpheme : COSTS.lacksMorpheme;
  const isQuoted = start > 0 && text.charAt(start - 1) === '“' && text.charAt(end) === '”';
  return { start, end, cost, hasMorpheme, isQuoted, isVerbal, commas: count(surface, '，'), first: surface.slice(0, 2), last: surface.slice(-2), middle: surface.slice(2, 4) };
}

/** The morpheme opens or closes the member, or stands in one of its clauses: …的，一律不得…. */
function carries(surface: string, morpheme: string): boolean {
  if (surface === morpheme) return false;
  return surface.startsWith(morpheme) || surface.endsWith(morpheme) || (morpheme.length > 1 && surface.includes(`，${morpheme}`));
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (text[i] === mark) found++;
  return found;
}

function isBalanced(text: string, start: number, end: number): boolean {
  const classes = charClasses();
  let depth = 0;
  for (let i = start; i < end; i++) {
    const kind = classes[text.charCodeAt(i)] as number;
    if (kind === CharClass.open) depth++;
    else if (kind === CharClass.close) depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** How unlike two neighbours are; below 0 where they share their first or last characters (三通: 通邮、通航、通商). */
export function pairCost(a: Member, b: Member): number {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  let cost = lengthA === lengthB ? COSTS.equalLength : COSTS.length * (Math.abs(lengthA - lengthB) / Math.max(lengthA, lengthB));
  if (a.first.charAt(0) === b.first.charAt(0)) cost += COSTS.sharedFirst + (a.first === b.first && a.first.length === 2 ? COSTS.sharedFirstTwo : 0);
  if (a.last.slice(-1) === b.last.slice(-1)) cost += COSTS.sharedLast + (a.last === b.last && a.last.length === 2 ? COSTS.sharedLastTwo : 0);
  if (a.middle.length === 2 && a.middle === b.middle) cost += COSTS.sharedMiddle;
  if (a.isQuoted !== b.isQuoted) cost += COSTS.quotedBesideUnquoted;
  if (a.isVerbal !== b.isVerbal) cost += COSTS.verbBesideNoun;
  if ((a.commas === 0) !== (b.commas === 0)) cost += COSTS.commasDiffer;
  return cost;
}
