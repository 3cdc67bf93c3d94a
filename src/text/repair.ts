import type { Edit } from './clean.js';
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
 */
export function repairDamage(text: string): RepairedText {
  if (!mayBeDamaged(text)) return { text, edits: [], issues: [] };
  const found = [...findMisreadText(text), ...findLostBytes(text)].sort((a, b) => a.issue.start - b.issue.start);
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
const LONGEST_RUN = 160;
/** Document's own phrases are looked for this far around. */
const NEIGHBOURHOOD = 20_000;
/** More damage than this is no damage but another kind of file. */
const MOST_RUNS = 500;

function findLostBytes(text: string): Repair[] {
  const isTraditional = readScript(text) !== 'hans';
  const repairs: Repair[] = [];
  let previous: { start: number; end: number } | null = null;
  for (const match of text.matchAll(MARK)) {
    const mark = { start: match.index, end: match.index + match[0].length };
    const run = gatherRun(text, mark, previous, isTraditional);
    const repair = run === null ? null : readRun(text, run, mark);
    if (repair !== null) repairs.push(repair);
    else if (match[0] === '\ufffd') repairs.push({ edit: null, issue: unreadable(mark) });
    previous = mark;
    if (repairs.length >= MOST_RUNS) break;
  }
  return repairs;
}

interface GatheredRun extends DamagedRun {
  /** place in the text of each character and of the end */
  places: number[];
  /** where the repair begins when the loss at the start is marked */
  markStart: number;
}

const FOLDED: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '(': '（', ')': '）' };
const DEBRIS = /[(（][a-zａ-ｚāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]$/;

/** The characters before a mark that may be paired wrongly; null when there are none. */
function gatherRun(
  text: string,
  mark: { start: number; end: number },
  previous: { start: number; end: number } | null,
  isTraditional: boolean,
): GatheredRun | null {
  const { codes } = gbkTable();
  const places: number[] = [];
  let characters = '';
  let i = mark.start;
  const least = Math.max(previous?.end ?? 0, mark.start - LONGEST_RUN);
  while (i > least) {
    const debris = isTraditional ? DEBRIS.exec(text.slice(Math.max(least, i - 8), i)) : null;
    const at = i - 1 - (debris?.[0].length ?? 0);
    if (at < least) break;
    const character = text[at] as string;
    const full = FOLDED[character] ?? character;
    if (codes[full.charCodeAt(0)] === 0 || (full !== character && previous === null)) break;
    characters = full + characters;
    places.unshift(at);
    i = at;
  }
  if (characters === '') return null;
  const isMarked = previous !== null && i === previous.end;
  const before = isMarked ? contextBefore(text, (previous as { start: number }).start, isTraditional) : '';
  const after = text[mark.end];
  const next = after === undefined || after === '\r' || text[mark.end - 1] === '>' ? '\n' : after;
  const isSure = text[mark.start] === '\ufffd';
  return {
    characters,
    isTraditional,
    before,
    isMarked,
    isSure,
    next,
    places: [...places, mark.start],
    markStart: isMarked ? (previous as { start: number }).start : i,
  };
}

function contextBefore(text: string, end: number, isTraditional: boolean): string {
  const near = text
    .slice(Math.max(0, end - 20), end)
    .replace(/\([^()]{1,6}\)/g, '')
    .slice(-4);
  return isTraditional ? simplify(near) : near;
}

function readRun(text: string, run: GatheredRun, mark: { start: number; end: number }): Repair | null {
  if (!run.isSure && !looksMispaired(run.characters)) return null;
  const document = text.slice(Math.max(0, mark.start - NEIGHBOURHOOD), mark.start + NEIGHBOURHOOD);
  const readings: GatheredRun[] = [
    run,
    ...(run.isTraditional ? [{ ...run, characters: simplify(run.characters), isTraditional: false }] : []),
  ];
  if (run.isMarked) readings.push({ ...run, isMarked: false, before: '' });
  for (const each of readings) {
    const reading = readLostByte(each, document);
    if (reading === null) continue;
    const start = each.isMarked ? run.markStart : (run.places[reading.kept] as number);
    return {
      edit: { start, end: mark.end, replacement: reading.replacement },
      issue: repaired(start, mark.end, reading.replacement),
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

function repaired(start: number, end: number, replacement: string): DecodeIssue {
  const isWhole = !replacement.includes('\ufffd');
  const message = isWhole
    ? `A byte was lost here; read as “${replacement}”.`
    : `A byte was lost here; read as “${replacement}”, in which a character stays unknown.`;
  return { code: 'damaged-text', severity: isWhole ? 'info' : 'warning', message, start, end };
}

function unreadable(mark: { start: number; end: number }): DecodeIssue {
  return {
    code: 'damaged-text',
    severity: 'warning',
    message: 'Bytes were lost here and cannot be read.',
    start: mark.start,
    end: mark.end,
  };
}
