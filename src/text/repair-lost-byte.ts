import { commonWords, scoresFromStart, scoresToEnd } from './common-words.js';
import { gbkTable } from './gbk-table.js';
import { fillGap } from './repair-reading.js';
import { simplify } from './script.js';

/** Characters that a lost byte may have paired wrongly, and what stands around them. */
export interface DamagedRun {
  /** the characters up to the mark of the loss, as they stand, full width */
  characters: string;
  /** they were traditional when the byte was lost: GBK has those outside of GB 2312 */
  isTraditional: boolean;
  /** what stands before them; only when the loss at their start is marked too */
  before: string;
  /** a mark stands before them too: the loss is there and nowhere else */
  isMarked: boolean;
  /** the mark is U+FFFD, which no clean text has; a question mark may be one */
  isSure: boolean;
  /** what follows the mark; `\n` at the end of a line */
  next: string;
}

/** Characters again, from the place of the loss on. */
export interface Reading {
  /** number of characters of the run that were right */
  kept: number;
  /** what stands for the others and for the mark; U+FFFD for a character that stays unknown */
  replacement: string;
}

/** The second best reading must be less likely by this factor (ln), or the character stays unknown. */
const CLEAR = 5.5;
const CLEAR_OF_MARKS = 8;
/** The last character has no context behind it, mostly a figure. */
const CLEAR_OF_LAST = 8;
const MARKS = /[，。、；：！？“”]/;
/** The run must become more likely by this much (ln), and by this much for each character that changes. */
const LEAST_GAIN = { sure: 6, marked: 8, unsure: 14, perCharacter: 2.5 };
/** Places of the loss whose reading is less likely than the best one's by more than this are not looked at. */
const PLACE_RANGE = 18;
const MOST_PLACES = 6;
const MOST_FILLINGS = 20;
/** Characters before the last one that its reading may depend on. */
const CONTEXT = 8;

/** First byte of the characters and marks that texts are written in (GB 2312). */
const FIRST = 0xa1;
const LAST = 0xfe;
/** GBK has its traditional characters in front of these. */
const FIRST_GBK = 0x81;
const FIRST_GBK_TRAIL = 0x40;

interface Place {
  at: number;
  base: number;
}

/** The reading that is clearly best, U+FFFD where it is not; null when the run is likelier as it stands. */
export function readLostByte(run: DamagedRun, document: string): Reading | null {
  const codes = gbkTable().codes;
  const bytes = [...run.characters].flatMap((character) => {
    const code = codes[character.charCodeAt(0)] as number;
    return [code >> 8, code & 0xff];
  });
  const simple = run.isTraditional ? simplify(run.characters) : run.characters;
  const readings = readPlaces({ ...run, characters: simple }, bytes, document);
  const best = readings[0];
  if (best === undefined) return null;
  const agreed = agreeOn(
    readings.filter((reading) => reading.score >= best.score - clearance(best.text, reading.text)),
  );
  const kept = sharedStart(simple, agreed);
  if (!isReadable(agreed.slice(kept))) return null;
  return { kept, replacement: agreed.slice(kept) + chooseLast(run, agreed, bytes.at(-1) as number, document) };
}

/** A repair that leaves characters which no word has is none. */
function isReadable(text: string): boolean {
  return [...text].every((character) => character === '\ufffd' || commonWords().words.has(character));
}

interface ScoredText {
  text: string;
  score: number;
}

/** Characters on which all readings agree, U+FFFD for the others; they have the same length. */
function agreeOn(readings: readonly ScoredText[]): string {
  const [best, ...rivals] = readings.map((reading) => reading.text);
  return [...(best as string)]
    .map((character, i) => (rivals.every((rival) => rival[i] === character) ? character : '\ufffd'))
    .join('');
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The characters that the bytes make when they are paired one byte later. */
function pairBytes(bytes: readonly number[]): string {
  const units = gbkTable().units;
  let text = '';
  for (let i = 1; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(units[((bytes[i] as number) << 8) | (bytes[i + 1] as number)] || 0xfffd);
  return text;
}

/** The run as it stands and as it reads from any place on, with the scores of every stretch. */
interface Alignments {
  /** `before` and the run */
  standing: string;
  left: Float64Array;
  shifted: string;
  right: Float64Array;
}

/** Places where the loss may be: those that make the run more likely by far than it is. */
function findPlaces(run: DamagedRun, { standing, left, right }: Alignments): Place[] {
  const offset = run.before.length;
  const damaged = left[standing.length] as number;
  const places: Place[] = [];
  for (let at = 0; at < (run.isMarked ? 1 : run.characters.length); at++) {
    const base = (left[offset + at] as number) + (right[at] as number);
    if (base - damaged > leastGain(run, run.characters.length - at)) places.push({ at, base });
  }
  places.sort((a, b) => b.base - a.base);
  return places.filter((place) => place.base > (places[0] as Place).base - PLACE_RANGE).slice(0, MOST_PLACES);
}

function leastGain(run: DamagedRun, changed: number): number {
  if (run.isSure) return LEAST_GAIN.sure;
  return run.isMarked ? LEAST_GAIN.marked : LEAST_GAIN.unsure + LEAST_GAIN.perCharacter * changed;
}

/** Every likely reading of the run but its last character, best first. */
function readPlaces(run: DamagedRun, bytes: readonly number[], document: string): ScoredText[] {
  const standing = run.before + run.characters;
  const shifted = run.isTraditional ? simplify(pairBytes(bytes)) : pairBytes(bytes);
  const [left, right] = [scoresFromStart(standing), scoresToEnd(shifted)];
  const readings: ScoredText[] = [];
  for (const { at } of findPlaces(run, { standing, left, shifted, right })) {
    const [kept, after] = [run.characters.slice(0, at), shifted.slice(at)];
    const before = run.before + kept;
    const candidates = candidatesFor(bytes[at * 2] as number, run);
    const gap = { before, after, candidates, left: left.subarray(0, before.length + 1), right: right.subarray(at) };
    for (const { character, score } of fillGap(gap, document).slice(0, MOST_FILLINGS))
      readings.push({ text: kept + character + after, score });
  }
  return readings.sort((a, b) => b.score - a.score);
}

/** Marks fit nearly everywhere: 能级、优化布局 and 能级。优化布局 both read well. */
function clearance(best: string, rival: string): number {
  const at = sharedStart(best, rival);
  return MARKS.test(best[at] ?? '') && MARKS.test(rival[at] ?? '') ? CLEAR_OF_MARKS : CLEAR;
}

/** Characters that hold a byte: as the second one when the first is lost, as the first one when the second is. */
function candidatesFor(byte: number, run: DamagedRun): string[] {
  const codes: number[] = [];
  for (let other = run.isTraditional ? FIRST_GBK : FIRST; other <= LAST; other++) {
    codes.push((other << 8) | byte);
    if (!run.isMarked) codes.push((byte << 8) | other);
  }
  return knownCharacters(codes, run.isTraditional);
}

/** The characters of some codes, simplified, that are words or parts of words. */
function knownCharacters(codes: readonly number[], isTraditional: boolean): string[] {
  const known = knownUnits(isTraditional);
  const units = new Set(codes.map((code) => known[code] as number).filter((unit) => unit !== 0));
  return [...units].map((unit) => String.fromCharCode(unit));
}

const tables: { simplified: Uint16Array | null; traditional: Uint16Array | null } = {
  simplified: null,
  traditional: null,
};

/** Simplified code unit of each two-byte code whose character some word has; made on first use. */
function knownUnits(isTraditional: boolean): Uint16Array {
  const script = isTraditional ? 'traditional' : 'simplified';
  tables[script] ??= buildKnownUnits(isTraditional);
  return tables[script];
}

function buildKnownUnits(isTraditional: boolean): Uint16Array {
  const { words } = commonWords();
  const { units } = gbkTable();
  const codes = [...units.keys()].filter((code) => units[code] !== 0);
  const characters = codes.map((code) => String.fromCharCode(units[code] as number)).join('\n');
  const simple = isTraditional ? simplify(characters) : characters;
  const known = new Uint16Array(units.length);
  codes.forEach((code, i) => {
    if (words.has(simple[i * 2] as string)) known[code] = simple.charCodeAt(i * 2);
  });
  return known;
}

/** The character whose second byte went with the mark. */
function chooseLast(run: DamagedRun, before: string, first: number, document: string): string {
  const codes = Array.from({ length: LAST - FIRST_GBK_TRAIL + 1 }, (_, i) => (first << 8) | (FIRST_GBK_TRAIL + i));
  const known = knownCharacters(codes.slice(run.isTraditional ? 0 : FIRST - FIRST_GBK_TRAIL), run.isTraditional);
  // a line ends with a full stop if that is possible, whatever else is
  if (run.next === '\n' && known.includes('。')) return '。';
  const after = /[\u4e00-\u9fff]/.test(run.next) ? run.next : '';
  const near = before.slice(-CONTEXT);
  const [best, second] = fillGap(
    { before: near, after, candidates: known, left: scoresFromStart(near), right: scoresToEnd(after) },
    document,
  );
  if (best === undefined) return '\ufffd';
  return second === undefined || best.score - second.score >= CLEAR_OF_LAST ? best.character : '\ufffd';
}
