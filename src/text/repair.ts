import type { Edit } from './clean.js';
import { foldForScores } from './common-runs.js';
import { mayBeDamaged } from './damage-probe.js';
import type { DecodeIssue } from './decode.js';
import { isFrequent } from './encoding-score.js';
import { gbkTable } from './gbk-table.js';
import { type DamagedRun, readLostByte } from './repair-lost-byte.js';
import { findMisreadText } from './repair-misread.js';
import { readScript, simplify } from './script.js';

export interface RepairedText {
  /** the text with the repairs in it */
  text: string;
  /** the repairs, in text order, for `createView` */
  edits: Edit[];
  /** `damaged-text` for each damaged place: `info` where it was repaired, `warning` where it was not or not wholly */
  issues: DecodeIssue[];
}

/**
 * Undoes damage to the bytes of a text where one reading is clearly best; the rest is left and named.
 * Clean text comes back as it is, after one look for characters that only damage leaves.
 * @param lost `lost` of the decoded text, where its bytes are there: the last character is certain then
 */
export function repairDamage(text: string, lost: readonly number[] = []): RepairedText {
  if (lost.length === 0 && !mayBeDamaged(text)) return { text, edits: [], issues: [] };
  const found = [...findMisreadText(text), ...repairLostBytes(text, lost)].sort(
    (a, b) => a.issue.start - b.issue.start,
  );
  const edits: Edit[] = [];
  const issues: DecodeIssue[] = [];
  for (const { edit, issue } of found) {
    if (issue.start < (edits.at(-1)?.end ?? 0)) continue;
    issues.push(issue);
    if (edit !== null) edits.push(edit);
  }
  return { text: applyEdits(text, edits), edits, issues };
}

/** A damaged place, and what to read there when that is sure. */
export interface Repair {
  edit: Edit | null;
  issue: DecodeIssue;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let repaired = '';
  let from = 0;
  for (const edit of edits) {
    repaired += text.slice(from, edit.start) + edit.replacement;
    from = edit.end;
  }
  return repaired + text.slice(from);
}

/** Marks of a lost byte: U+FFFD, a question mark in its place, and behind that a reading that a mirror wrote or a tag that lost its `<`. */
const MARK = /\ufffd|\?(?:[a-zａ-ｚāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]|\/(?:p|div|span|strong|td)>)?/g;
/** A paragraph without a figure is one run, and a file without paragraphs too; behind a question mark one so long is no damage. */
const LONGEST_RUN = { byte: 50_000, mark: 50_000, end: 50_000, question: 160 } as const;
/** A document's own phrases are known from so much of it. */
const LEARNT = 100_000;
/** More damage than this is no damage but another kind of file. */
const MOST_RUNS = 500;

/** A place where a byte is missing, and what is known of the byte that was left over there. */
interface LossMark {
  start: number;
  end: number;
  evidence: DamagedRun['evidence'];
  lastByte: number | null;
}

function findMarks(text: string, lost: readonly number[]): LossMark[] {
  const replaced = text.split('\ufffd').length - 1;
  const isKnown = lost.length === replaced || lost.length === replaced + 1;
  const marks: LossMark[] = [];
  let next = 0;
  for (const { index, 0: mark } of text.matchAll(MARK)) {
    const lastByte = isKnown && mark === '\ufffd' ? (lost[next++] as number) : null;
    const evidence = lastByte !== null ? 'byte' : mark === '\ufffd' ? 'mark' : 'question';
    marks.push({ start: index, end: index + mark.length, evidence, lastByte });
  }
  if (isKnown && lost.length > replaced)
    marks.push({ start: text.length, end: text.length, evidence: 'end', lastByte: lost[replaced] as number });
  return marks;
}

function repairLostBytes(text: string, lost: readonly number[]): Repair[] {
  const marks = findMarks(text, lost);
  if (marks.length === 0) return [];
  const isTraditional = readScript(text) !== 'hans';
  const familiar = runsOfThree(text.slice(0, LEARNT), isTraditional);
  const repairs: Repair[] = [];
  let previous: LossMark | null = null;
  let tries = 0;
  for (const mark of marks) {
    const run = gatherRun(text, mark, previous, isTraditional);
    const isDamaged = run !== null && (mark.evidence !== 'question' || looksMispaired(run.characters));
    const repair = isDamaged ? readRun(run, mark, familiar) : null;
    if (repair !== null) repairs.push(repair);
    else if (text[mark.start] === '\ufffd') repairs.push({ edit: null, issue: unreadable(mark) });
    previous = mark;
    if (isDamaged) tries++;
    if (Math.max(tries, repairs.length) >= MOST_RUNS) break;
  }
  return repairs;
}

/** Every three characters in a row. */
function runsOfThree(text: string, isTraditional: boolean): Set<string> {
  const simple = isTraditional ? simplify(text) : text;
  const runs = new Set<string>();
  for (let i = 3; i <= simple.length; i++) runs.add(simple.slice(i - 3, i));
  return runs;
}

interface GatheredRun extends DamagedRun {
  /** place in the text of each character and of the mark */
  places: number[];
  /** where the repair begins when the loss at the start is marked */
  markStart: number;
}

const FOLDED: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '(': '（', ')': '）' };
const DEBRIS = /[(（][a-zａ-ｚāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]$/;

/** The characters before a mark that may be paired wrongly; null when there are none. */
function gatherRun(
  text: string,
  mark: LossMark,
  previous: LossMark | null,
  isTraditional: boolean,
): GatheredRun | null {
  const { codes } = gbkTable();
  const places: number[] = [];
  const found: string[] = [];
  let i = mark.start;
  const least = Math.max(previous?.end ?? 0, mark.start - LONGEST_RUN[mark.evidence]);
  while (i > least) {
    const debris = isTraditional ? DEBRIS.exec(text.slice(Math.max(least, i - 8), i)) : null;
    const at = i - 1 - (debris?.[0].length ?? 0);
    if (at < least) break;
    const character = text[at] as string;
    const full = FOLDED[character] ?? character;
    if (codes[full.charCodeAt(0)] === 0 || (full !== character && (previous === null || mark.lastByte !== null))) break;
    found.push(full);
    places.push(at);
    i = at;
  }
  if (found.length === 0 && mark.lastByte === null) return null;
  const isMarked = previous !== null && i === previous.end && mark.lastByte === null;
  const markStart = isMarked ? (previous as LossMark).start : i;
  return {
    characters: found.reverse().join(''),
    isTraditional,
    before: contextBefore(text, markStart, isTraditional),
    after: contextAfter(text, mark, isTraditional),
    isMarked,
    evidence: mark.evidence,
    lastByte: mark.lastByte,
    places: [...places.reverse(), mark.start],
    markStart,
  };
}

/** Characters around a run that its reading may depend on. */
const NEAR = 4;

function contextBefore(text: string, end: number, isTraditional: boolean): string {
  const near = foldForScores(
    text
      .slice(Math.max(0, end - 20), end)
      .replace(/^/, end <= 20 ? '\n' : '')
      .replace(/[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]/g, '')
      .replace(/^[\s\S]*[\r\n]/, '\n'),
  ).slice(-NEAR);
  return isTraditional ? simplify(near) : near;
}

function contextAfter(text: string, mark: LossMark, isTraditional: boolean): string {
  if (text[mark.end - 1] === '>') return '\n';
  const near = foldForScores(`${text.slice(mark.end, mark.end + 20)}\n`.replace(/\r/g, '')).slice(0, NEAR);
  return isTraditional ? simplify(near) : near;
}

function readRun(run: GatheredRun, mark: LossMark, familiar: ReadonlySet<string>): Repair | null {
  const readings: GatheredRun[] = [
    run,
    ...(run.isTraditional ? [{ ...run, characters: simplify(run.characters), isTraditional: false }] : []),
  ];
  if (run.isMarked) readings.push({ ...run, isMarked: false, before: '' });
  for (const each of readings) {
    const reading = readLostByte(each, familiar);
    if (reading === null) continue;
    const start = each.isMarked ? run.markStart : (run.places[reading.kept] as number);
    return {
      edit: { start, end: mark.end, replacement: reading.replacement },
      issue: repaired(start, mark.end, reading.replacement, reading.isDoubtful),
    };
  }
  return null;
}

/** Characters that are paired wrongly are mostly rare ones; a question mark behind frequent ones asks a question. */
function looksMispaired(characters: string): boolean {
  const near = characters.slice(-6);
  const rare = [...near].filter((character) => !isFrequent(character)).length;
  return rare >= Math.min(2, near.length / 2);
}

/** Characters of a reading that a message shows. */
const SHOWN = 24;

/** What is sure is told; what is only likely, or stays unknown, is warned of. */
function repaired(start: number, end: number, replacement: string, isDoubtful: boolean): DecodeIssue {
  const isWhole = !replacement.includes('\ufffd');
  const reading = replacement.length > SHOWN ? `${replacement.slice(0, SHOWN)}…` : replacement;
  const doubts = [
    ...(isDoubtful ? [', in which a character is only the likeliest one'] : []),
    ...(isWhole ? [] : [', in which a character stays unknown']),
  ];
  const message = `A byte was lost here; read as “${reading}”${doubts.join(' and')}.`;
  return { code: 'damaged-text', severity: doubts.length === 0 ? 'info' : 'warning', message, start, end };
}

function unreadable(mark: LossMark): DecodeIssue {
  return {
    code: 'damaged-text',
    severity: 'warning',
    message: 'Bytes were lost here and cannot be read.',
    start: mark.start,
    end: mark.end,
  };
}
