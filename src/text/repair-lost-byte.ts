import { CONTEXT, isSeen, scoreOf, scoresFromStart } from './common-runs.js';
import { gbkTable } from './gbk-table.js';
import { fillGap } from './repair-reading.js';
import { simplify } from './script.js';

/** Characters that a lost byte may have paired wrongly, and what stands around them. */
export interface DamagedRun {
  /** the characters up to the mark of the loss, as they stand, full width */
  characters: string;
  /** they were traditional when the byte was lost: GBK has those outside of GB 2312 */
  isTraditional: boolean;
  /** a few characters before them, as `foldForScores` gives them */
  before: string;
  /** what follows the mark, so too; begins with `\n` at the end of a line */
  after: string;
  /** a mark stands before them too: the loss is there and nowhere else */
  isMarked: boolean;
  /** how much speaks for a loss: bytes that make no character; U+FFFD, which no clean text has; the end of a file; a question mark */
  evidence: 'byte' | 'mark' | 'end' | 'question';
  /** the byte that was left over where the mark stands; null when it is not known */
  lastByte: number | null;
}

/** Characters again, from the place of the loss on. */
export interface Reading {
  /** number of characters of the run that were right */
  kept: number;
  /** what stands for the others and for the mark; U+FFFD for a character that stays unknown */
  replacement: string;
  /** a character in it is the likeliest one and not the only one that fits */
  isDoubtful: boolean;
}

/** The second best reading must be less likely by this factor (ln), or the character stays unknown. */
const CLEAR = 6;
/** Marks fit nearly everywhere: 能级、优化布局 and 能级。优化布局 both read well. */
const CLEAR_OF_MARKS = 8;
/** The last character has no context behind it, mostly a figure. */
const CLEAR_OF_LAST = 8;
/** A character that is clear by so much less is still read, and named as doubtful. */
const DOUBT = 2;
const MARKS = /[，。、；：！？“”（）《》]/;
/** The run must become more likely by this much (ln). */
const LEAST_GAIN = { byte: Number.NEGATIVE_INFINITY, mark: 6, end: 10, question: 14 } as const;
const LEAST_GAIN_OF_MARKED = 8;
/** A question mark may be one: for each character that changes. */
const LEAST_GAIN_PER_CHARACTER = 2.5;
/** Places of the loss whose reading is less likely than the best one's by more than this are not looked at. */
const PLACE_RANGE = 18;
const MOST_PLACES = 10;
const MOST_FILLINGS = 20;

/** A character less likely (ln) than this where it stands is rarer than any in a name: 瘴 behind 当的. */
const DOUBTFUL = -12.5;

/** First byte of the characters and marks that texts are written in (GB 2312). */
const FIRST = 0xa1;
const LAST = 0xfe;
/** GBK has its traditional characters in front of these. */
const FIRST_GBK = 0x81;
const FIRST_GBK_TRAIL = 0x40;

/** The reading that is best, U+FFFD for what it leaves open; null when the run is likelier as it stands. */
export function readLostByte(run: DamagedRun, familiar: ReadonlySet<string>): Reading | null {
  const bytes = bytesOf(run);
  const standing = run.isTraditional ? simplify(run.characters) : run.characters;
  const readings = readPlaces({ ...run, characters: standing }, bytes, familiar);
  const best = readings[0];
  if (best === undefined) return null;
  const sure = agreeOn(rivalsOf(readings, 0));
  // what wrote question marks may have lost more than one byte: there only what is sure is read
  const agreed = run.evidence === 'question' ? sure : agreeOn(rivalsOf(readings, DOUBT));
  const kept = sharedStart(standing, agreed);
  const reading = run.evidence === 'question' ? withoutDoubtful(agreed, kept, run.before) : agreed;
  if (!isReadable(reading.slice(kept))) return null;
  const last = run.lastByte === null ? chooseLast(run, reading, bytes.at(-1) as number, familiar) : SURE_NOTHING;
  return { kept, replacement: reading.slice(kept) + last.character, isDoubtful: agreed !== sure || last.isDoubtful };
}

/** The best reading and those that are not less likely by as much as it takes to be clear, less the doubt that is allowed. */
function rivalsOf(readings: readonly ScoredText[], doubt: number): ScoredText[] {
  const best = readings[0] as ScoredText;
  return readings.filter((reading) => reading.score >= best.score - clearance(best.text, reading.text) + doubt);
}

function bytesOf({ characters, lastByte }: DamagedRun): number[] {
  const { codes } = gbkTable();
  const bytes = [...characters].flatMap((character) => {
    const code = codes[character.charCodeAt(0)] as number;
    return [code >> 8, code & 0xff];
  });
  return lastByte === null ? bytes : [...bytes, lastByte];
}

/**
 * What a program wrote that put question marks for broken pairs may have lost more: it drops characters for private use, and two
 * halves of others with them. 的瘴品格 was 的政治品格.
 */
function withoutDoubtful(reading: string, kept: number, before: string): string {
  const whole = before + reading;
  return [...reading]
    .map((character, i) => {
      const at = before.length + i;
      const isSure = i < kept || scoreOf(whole.slice(Math.max(0, at - CONTEXT), at), character) > DOUBTFUL;
      return isSure ? character : '\ufffd';
    })
    .join('');
}

/** A repair that leaves characters which no text has is none, and neither is one that knows nothing. */
function isReadable(text: string): boolean {
  return text !== '\ufffd' && [...text].every((character) => character === '\ufffd' || isSeen(character));
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
  const { units } = gbkTable();
  let text = '';
  for (let i = 1; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(units[((bytes[i] as number) << 8) | (bytes[i + 1] as number)] || 0xfffd);
  return text;
}

/** A place where the loss may be, and how likely all is that does not touch it. */
interface Place {
  at: number;
  base: number;
}

/** The likeliest places of the loss. */
function findPlaces(run: DamagedRun, left: Float64Array, right: Float64Array): Place[] {
  const count = run.isMarked ? 1 : Math.min(run.characters.length + (run.evidence === 'byte' ? 1 : 0), right.length);
  const places = Array.from({ length: count }, (_, at) => ({
    at,
    base: (left[at] as number) + (right[at] as number),
  }));
  places.sort((a, b) => b.base - a.base);
  return places.filter((place) => place.base > (places[0] as Place).base - PLACE_RANGE).slice(0, MOST_PLACES);
}

function leastGain({ evidence, isMarked }: DamagedRun, changed: number): number {
  if (isMarked && evidence === 'question') return LEAST_GAIN_OF_MARKED;
  return LEAST_GAIN[evidence] + (evidence === 'question' ? LEAST_GAIN_PER_CHARACTER * changed : 0);
}

/** Every likely reading of the run, but for its last character where no byte of that is known; best first. */
function readPlaces(run: DamagedRun, bytes: readonly number[], familiar: ReadonlySet<string>): ScoredText[] {
  const shifted = run.isTraditional ? simplify(pairBytes(bytes)) : pairBytes(bytes);
  const behind = run.lastByte === null ? '' : run.after;
  const left = scoresFromStart(run.characters, run.before);
  const readings: ScoredText[] = [];
  for (const { at, base } of findPlaces(run, left, scoresBehindGap(shifted, behind))) {
    const [kept, after] = [run.characters.slice(0, at), shifted.slice(at)];
    const candidates = candidatesFor(bytes[at * 2] as number, run);
    const gap = { before: run.before + kept, after: after + behind, candidates };
    const least = (left.at(-1) as number) + leastGain(run, run.characters.length - at);
    for (const { character, score } of fillGap(gap, familiar).slice(0, MOST_FILLINGS))
      if (base + score > least) readings.push({ text: kept + character + after, score: base + score });
  }
  return readings.sort((a, b) => b.score - a.score);
}

/** For each place, the score of all that follows a gap in front of it but for the characters that depend on the gap. */
function scoresBehindGap(text: string, after: string): Float64Array {
  const whole = text + after.slice(0, CONTEXT);
  const sums = new Float64Array(whole.length + CONTEXT + 1);
  for (let i = whole.length - 1; i >= CONTEXT; i--)
    sums[i] = (sums[i + 1] as number) + scoreOf(whole.slice(i - CONTEXT, i), whole[i] as string);
  return sums.subarray(CONTEXT, CONTEXT + text.length + 1);
}

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
  return seenCharacters(codes, run.isTraditional);
}

/** The characters of some codes, simplified, that texts have. */
function seenCharacters(codes: readonly number[], isTraditional: boolean): string[] {
  const { units } = gbkTable();
  const characters = codes.map((code) => String.fromCharCode(units[code] as number)).join('');
  return [...new Set(isTraditional ? simplify(characters) : characters)].filter(isSeen);
}

interface LastCharacter {
  character: string;
  isDoubtful: boolean;
}

const SURE_NOTHING: LastCharacter = { character: '', isDoubtful: false };
const UNKNOWN: LastCharacter = { character: '\ufffd', isDoubtful: false };

/** The character whose second byte went with the mark. */
function chooseLast(run: DamagedRun, before: string, first: number, familiar: ReadonlySet<string>): LastCharacter {
  const codes = Array.from({ length: LAST - FIRST_GBK_TRAIL + 1 }, (_, i) => (first << 8) | (FIRST_GBK_TRAIL + i));
  const known = seenCharacters(codes.slice(run.isTraditional ? 0 : FIRST - FIRST_GBK_TRAIL), run.isTraditional);
  // a line ends with a full stop if that is possible, unless a quotation or a bracket is still open
  if (run.after[0] === '\n' && known.includes('。') && !/[“（《‘][^”）》’]*$/.test(before))
    return { character: '。', isDoubtful: false };
  const [best, second] = fillGap({ before, after: run.after, candidates: known }, familiar);
  // before a figure any mark may stand
  if (best === undefined || MARKS.test(best.character)) return UNKNOWN;
  const lead = second === undefined ? Infinity : best.score - second.score;
  const needed = run.evidence === 'question' ? CLEAR_OF_LAST : CLEAR_OF_LAST - DOUBT;
  return lead < needed ? UNKNOWN : { character: best.character, isDoubtful: lead < CLEAR_OF_LAST };
}
