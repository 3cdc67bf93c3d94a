import { CharClass, charClasses } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
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

/** null where the stretch cannot be a member: empty, or with a bracket that is not closed. */
export function readMember(
  text: string,
  span: Span,
  morphemes: readonly string[],
  knownMembers: readonly string[],
): Member | null {
  const { start, end } = trimMember(text, span);
  if (end <= start) return null;
  const marks = marksIn(text, start, end);
  if ((marks & Marks.unbalanced) !== 0) return null;
  const { governing, nominal } = sloganWords();
  const isGoverning = governing.longestAt(text, start, end) !== -1;
  const isVerbal = isGoverning && !nominal.has(text.slice(start, start + governing.matchLength));
  const isOnlyGoverning = isVerbal && governing.matchLength === end - start;
  const hasComma = (marks & Marks.comma) !== 0;
  const hasMorpheme = morphemes.some((morpheme) => carries(text, start, end, morpheme, hasComma));
  const length = end - start;
  let cost = 0;
  if (length > LONG) cost += (length - LONG) * COSTS.tooLong;
  if (isOnlyGoverning && length <= 2 && !hasMorpheme) cost += COSTS.governingAlone;
  if ((marks & Marks.colon) !== 0) cost += COSTS.holdsColon;
  if (PARTICLES.has(text.charCodeAt(start))) cost += COSTS.beginsWithParticle;
  if (CONNECTIVE_STARTS.has(text.charCodeAt(start)) && CONNECTIVES.some((word) => text.startsWith(word, start)))
    cost += COSTS.beginsWithConnective;
  if (knownMembers.length > 0 && knownMembers.includes(text.slice(start, end))) cost += COSTS.known;
  if (morphemes.length > 0) cost += morphemeCost(text, start, end, morphemes, hasMorpheme);
  const isQuoted = start > 0 && text.charAt(start - 1) === '“' && text.charAt(end) === '”';
  return {
    start,
    end,
    cost,
    hasMorpheme,
    isQuoted,
    isVerbal,
    isVerbOrNoun: isGoverning && !isVerbal,
    hasComma,
    first: twoAt(text, start, end),
    middle: twoAt(text, start + 2, end),
    last: twoAt(text, Math.max(start, end - 2), end),
  };
}

function morphemeCost(
  text: string,
  start: number,
  end: number,
  morphemes: readonly string[],
  isCarried: boolean,
): number {
  if (isCarried) return COSTS.carriesMorpheme;
  const surface = text.slice(start, end);
  return morphemes.some((morpheme) => surface.includes(morpheme)) ? 0 : COSTS.lacksMorpheme;
}

/** The morpheme opens or closes the member, or stands in one of its clauses: …的，一律不得…. */
function carries(text: string, start: number, end: number, morpheme: string, hasComma: boolean): boolean {
  const { length } = morpheme;
  if (end - start <= length) return false;
  if (text.startsWith(morpheme, start) || text.startsWith(morpheme, end - length)) return true;
  return length > 1 && hasComma && holdsClause(text.slice(start, end), morpheme);
}

function holdsClause(surface: string, morpheme: string): boolean {
  return surface.includes(`，${morpheme}`) || surface.includes(`${morpheme}，`);
}

const COMMA = '，'.charCodeAt(0);
const COLON = '：'.charCodeAt(0);

/** What one look over a stretch tells of its marks, as bits. */
const Marks = { comma: 1, colon: 2, unbalanced: 4 } as const;

function marksIn(text: string, start: number, end: number): number {
  const classes = charClasses();
  let found = 0;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code] as number;
    if (kind === CharClass.open) depth++;
    else if (kind === CharClass.close && --depth < 0) return Marks.unbalanced;
    else if (code === COMMA) found |= Marks.comma;
    else if (code === COLON) found |= Marks.colon;
  }
  return depth === 0 ? found : Marks.unbalanced;
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
