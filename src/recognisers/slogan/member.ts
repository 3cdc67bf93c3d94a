import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { COSTS } from './costs.js';
import { trimMember } from './run.js';
import { Marks, type RunMarks } from './run-marks.js';
import { sloganWords } from './words.js';

/** A stretch read as one member of a list. */
export interface Member extends Span {
  cost: number;
  hasMorpheme: boolean;
  isQuoted: boolean;
  isVerbal: boolean;
  /** begins with a verb that stands as a noun as well: 建设(美丽城乡), 建设(标准) */
  isVerbOrNoun: boolean;
  hasComma: boolean;
  /** two characters each, as one number: the first two, the third and fourth (查处一批…, 整治一批…), the last two; 0 when there are none */
  first: number;
  middle: number;
  last: number;
}

const LONG = 30;
const CONNECTIVES = [
  '同时',
  '并且',
  '而且',
  '此外',
  '其中',
  '特别是',
  '尤其是',
  '以及',
  '从而',
  '进而',
  '因此',
  '为此',
  '然而',
  '但',
  '并',
  '而',
  '也',
  '还',
  '又',
  '都',
];
const CONNECTIVE_STARTS = new CharSet(CONNECTIVES.map((word) => word.charAt(0)).join(''));
const PARTICLES = new CharSet('的了着过等之吗呢吧');

/** What the members of one run are read by. */
export interface MemberSource {
  text: string;
  marks: RunMarks;
  /** morphemes that the label lends to every member */
  morphemes: readonly string[];
  /** members by the lexicon */
  knownMembers: readonly string[];
}

/** null where the stretch cannot be a member: empty, or with a bracket that is not closed. */
export function readMember(source: MemberSource, from: number, to: number): Member | null {
  const { text } = source;
  const { start, end } = trimMember(text, { start: from, end: to });
  if (end <= start) return null;
  const marks = source.marks.in(start, end);
  if (marks === Marks.unbalanced) return null;
  const { governing, isNominal } = sloganWords();
  const word = governing.longestAt(text, start, end);
  const isVerbOrNoun = word !== -1 && isNominal[word] === 1;
  const isVerbal = word !== -1 && !isVerbOrNoun;
  const isVerbAlone = isVerbal && governing.matchLength === end - start;
  const hasComma = (marks & Marks.comma) !== 0;
  const hasMorpheme = carriesAny(source, start, end, hasComma);
  const length = end - start;
  let cost = costOfStart(text, start);
  if (length > LONG) cost += (length - LONG) * COSTS.tooLong;
  if (isVerbAlone && length <= 2 && !hasMorpheme) cost += COSTS.governingAlone;
  if ((marks & Marks.colon) !== 0) cost += COSTS.holdsColon;
  cost += costByLabel(source, start, end, hasMorpheme);
  return {
    start,
    end,
    cost,
    hasMorpheme,
    isQuoted: start > 0 && text[start - 1] === '“' && text[end] === '”',
    isVerbal,
    isVerbOrNoun,
    hasComma,
    first: twoAt(text, start, end),
    middle: twoAt(text, start + 2, end),
    last: twoAt(text, Math.max(start, end - 2), end),
  };
}

function costOfStart(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (PARTICLES.has(code)) return COSTS.beginsWithParticle;
  if (!CONNECTIVE_STARTS.has(code)) return 0;
  return CONNECTIVES.some((word) => text.startsWith(word, start)) ? COSTS.beginsWithConnective : 0;
}

/** What the label's morphemes and the members that the lexicon gives it say of a stretch. */
function costByLabel(
  { text, morphemes, knownMembers }: MemberSource,
  start: number,
  end: number,
  isCarried: boolean,
): number {
  const known = knownMembers.length > 0 && knownMembers.includes(text.slice(start, end)) ? COSTS.known : 0;
  if (morphemes.length === 0) return known;
  if (isCarried) return known + COSTS.carriesMorpheme;
  const surface = text.slice(start, end);
  for (const morpheme of morphemes) if (surface.includes(morpheme)) return known;
  return known + COSTS.lacksMorpheme;
}

function carriesAny({ text, morphemes }: MemberSource, start: number, end: number, hasComma: boolean): boolean {
  for (const morpheme of morphemes) if (carries(text, start, end, morpheme, hasComma)) return true;
  return false;
}

/** The morpheme opens or closes the member, or stands in one of its clauses: …的，一律不得…. */
function carries(text: string, start: number, end: number, morpheme: string, hasComma: boolean): boolean {
  const { length } = morpheme;
  if (end - start <= length) return false;
  if (text.startsWith(morpheme, start) || text.startsWith(morpheme, end - length)) return true;
  return length > 1 && hasComma && holdsClause(text, start, end, morpheme);
}

/** A clause of the stretch begins with the morpheme, or one before a comma ends in it. */
function holdsClause(text: string, start: number, end: number, morpheme: string): boolean {
  const { length } = morpheme;
  for (let i = start; i < end; i++) {
    if (text[i] !== '，') continue;
    if (i + length < end && text.startsWith(morpheme, i + 1)) return true;
    if (i - length >= start && text.startsWith(morpheme, i - length)) return true;
  }
  return false;
}

/** Two characters as one number, for comparing; a last lone one counts as itself. */
function twoAt(text: string, offset: number, end: number): number {
  if (offset >= end) return 0;
  const second = offset + 1 < end ? text.charCodeAt(offset + 1) : 0;
  return (text.charCodeAt(offset) << 16) | second;
}

function firstOf(two: number): number {
  return two >>> 16;
}

function lastOf(two: number): number {
  return isTwo(two) ? two & 0xffff : firstOf(two);
}

function isTwo(two: number): boolean {
  return (two & 0xffff) !== 0;
}

/** Nothing that two neighbours share makes them cheaper than this. */
export const LEAST_PAIR_COST =
  COSTS.equalLength +
  COSTS.sharedFirst +
  COSTS.sharedFirstTwo +
  COSTS.sharedLast +
  COSTS.sharedLastTwo +
  Math.min(COSTS.sharedMiddle, COSTS.sharedFrame);

/** How unlike two neighbours are; below 0 where they share their first or last characters (三通: 通邮、通航、通商). */
export function pairCost(text: string, a: Member, b: Member): number {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  let cost =
    lengthA === lengthB ? COSTS.equalLength : COSTS.length * (Math.abs(lengthA - lengthB) / Math.max(lengthA, lengthB));
  if (firstOf(a.first) === firstOf(b.first))
    cost += COSTS.sharedFirst + (a.first === b.first && isTwo(a.first) ? COSTS.sharedFirstTwo : 0);
  if (lastOf(a.last) === lastOf(b.last))
    cost += COSTS.sharedLast + (a.last === b.last && isTwo(a.last) ? COSTS.sharedLastTwo : 0);
  if (a.middle === b.middle && isTwo(a.middle)) cost += COSTS.sharedMiddle;
  else if (lengthA === lengthB && lengthA >= 4 && sharesFrame(text, a, b)) cost += COSTS.sharedFrame;
  if (a.isQuoted !== b.isQuoted) cost += COSTS.quotedBesideUnquoted;
  if (a.isVerbal !== b.isVerbal && !a.isVerbOrNoun && !b.isVerbOrNoun) cost += COSTS.verbBesideNoun;
  if (a.hasComma !== b.hasComma) cost += COSTS.commasDiffer;
  return cost;
}

/** 问题不解决不罢休 · 群众不满意不收兵: of two members of one length every fifth character inside is the same, at the same place. */
function sharesFrame(text: string, a: Member, b: Member): boolean {
  const length = a.end - a.start;
  let shared = 0;
  for (let i = 1; i < length - 1; i++) if (text.charCodeAt(a.start + i) === text.charCodeAt(b.start + i)) shared++;
  return shared * 5 >= length;
}
