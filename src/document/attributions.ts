import verbs from '../../corpus/attribution-verbs.json';
import { WordEndings } from '../lexicon/word-endings.js';
import { CharClass, charClasses } from '../text/char-class.js';
import { CharSet } from '../text/char-set.js';
import type { Attribution } from './document.js';
import { markFrom } from './marks.js';
import type { Line } from './paragraphs.js';
import { surnameOpeners } from './people.js';
import { canSpeak, isDirectSpeaker, withoutAdverbs } from './speakers.js';

interface AttributionVerb {
  form: string;
  /** `any`: whatever stands before it speaks; `speaker`: only a body, a person or a document does */
  needs: 'any' | 'speaker';
  /** may be followed by what is said without a comma: 会议强调要… */
  direct: boolean;
  example: string;
}

const LONGEST_CLAUSE = 60;
const SENTENCE_HEAD = 18;

const ACCORDING_TO = '据'.charCodeAt(0);

/** 据统计， and its like, the whole clause. */
const HEARSAY_CLAUSE = /^据(?:统计|了解|介绍|悉|报道|通报|测算|初步统计|不完全统计)$/;

/** What a character can be to somebody's words: one look in one table tells most clauses and sentences. */
const Speech = {
  /** last character of a verb of saying */
  verbEnd: 1,
  /** first and second character of one that needs no comma */
  directFirst: 2,
  directSecond: 4,
  /** first character of what speaks without a comma behind it */
  opener: 8,
} as const;

/** The words by their endings, and what characters can be. */
interface SpeechIndex {
  forms: Map<string, AttributionVerb>;
  all: readonly AttributionVerb[];
  verbs: WordEndings;
  characters: Uint8Array;
}

let index: SpeechIndex | null = null;

function speechIndex(): SpeechIndex {
  index ??= buildIndex(verbs as AttributionVerb[]);
  return index;
}

function buildIndex(all: readonly AttributionVerb[]): SpeechIndex {
  return {
    forms: new Map(all.map((verb) => [verb.form, verb])),
    all,
    verbs: new WordEndings(all.map((verb) => verb.form)),
    characters: characterTable(all),
  };
}

function characterTable(all: readonly AttributionVerb[]): Uint8Array {
  const table = new Uint8Array(65536);
  const add = (code: number, bit: number): void => {
    table[code] = (table[code] as number) | bit;
  };
  for (const { form, direct } of all) {
    add(form.charCodeAt(form.length - 1), Speech.verbEnd);
    if (!direct) continue;
    add(form.charCodeAt(0), Speech.directFirst);
    add(form.charCodeAt(1), Speech.directSecond);
  }
  for (const first of DIRECT_OPENERS) add(first.charCodeAt(0), Speech.opener);
  for (const first of surnameOpeners()) add(first.charCodeAt(0), Speech.opener);
  return table;
}

/** Everybody who is said to speak, in text order: 会议强调 · 王明远指出 · 据统计 · 《意见》要求. */
export function readAttributions(text: string, lines: readonly Line[], marks: readonly number[]): Attribution[] {
  const attributions: Attribution[] = [];
  let mark = 0;
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    mark = markFrom(marks, mark, line.start);
    readLineAttributions(text, line, marks, mark, attributions);
  }
  return attributions;
}

function readLineAttributions(
  text: string,
  line: Line,
  marks: readonly number[],
  firstMark: number,
  found: Attribution[],
): void {
  const classes = charClasses();
  const { characters } = speechIndex();
  let clause = line.marker?.end ?? line.start;
  let sentence = clause;
  addDirect(text, sentence, line.end, found);
  for (let mark = markFrom(marks, firstMark, clause); mark < marks.length; mark++) {
    const i = marks[mark] as number;
    if (i >= line.end) break;
    const kind = classes[text.charCodeAt(i)] as number;
    if (kind === CharClass.clauseEnd) {
      const endsWithVerb = ((characters[text.charCodeAt(i - 1)] as number) & Speech.verbEnd) !== 0;
      const maySpeak = endsWithVerb || text.charCodeAt(clause) === ACCORDING_TO;
      if (maySpeak && text.charAt(i) !== '；') addAt(text, clause, i, sentence, found);
      clause = i + 1;
    } else if (kind === CharClass.sentenceEnd) {
      clause = skipClosers(text, i + 1, line.end);
      sentence = clause;
      addDirect(text, sentence, line.end, found);
    }
  }
}

function skipClosers(text: string, offset: number, limit: number): number {
  const classes = charClasses();
  let at = offset;
  while (
    at < limit &&
    (classes[text.charCodeAt(at)] === CharClass.close || classes[text.charCodeAt(at)] === CharClass.blank)
  )
    at++;
  return at;
}

/** The clause [start, end) before a comma or colon speaks when it ends with a verb of saying that has somebody before it. */
function addAt(text: string, start: number, end: number, sentence: number, found: Attribution[]): void {
  if (end - start > LONGEST_CLAUSE || end - start < 2) return;
  if (found.length > 0 && (found[found.length - 1] as Attribution).end > start) return;
  const from = afterBlanks(text, start);
  if (text.charCodeAt(from) === ACCORDING_TO && HEARSAY_CLAUSE.test(text.slice(from, end))) {
    found.push({ start: from, end, verb: text.slice(from + 1, end) });
    return;
  }
  const { all, verbs } = speechIndex();
  const word = verbs.longestBefore(text, end, start);
  if (word === -1) return;
  const verb = all[word] as AttributionVerb;
  const subject = withoutAdverbs(text.slice(from, end - verb.form.length));
  const isAnySubject = verb.needs === 'any' && from === afterBlanks(text, sentence);
  if (canSpeak(subject, isAnySubject)) found.push({ start: from, end, verb: verb.form });
}

const OPENING_QUOTES = new CharSet('“‘');

function afterBlanks(text: string, offset: number): number {
  let at = offset;
  const classes = charClasses();
  while (classes[text.charCodeAt(at)] === CharClass.blank || OPENING_QUOTES.has(text.charCodeAt(at))) at++;
  return at;
}

/** First characters of what speaks without a comma behind it, beside surnames: 会议, 全会, 《意见》. */
const DIRECT_OPENERS = '会全大通意文公《';

/** What stands behind a verb that quotes nobody: 会议要求的…, 通知强调，…. */
const NOT_BEHIND_DIRECT = new CharSet('，：了的着过。');

/** 会议强调要…, 通知要求各地…: no comma, but a body that speaks at the head of the sentence. */
function addDirect(text: string, start: number, limit: number, found: Attribution[]): void {
  const { forms, characters } = speechIndex();
  if (((characters[text.charCodeAt(start)] as number) & Speech.opener) === 0) return;
  const last = Math.min(start + SENTENCE_HEAD, limit - 2);
  for (let at = start + 2; at < last; at++) {
    if (((characters[text.charCodeAt(at)] as number) & Speech.directFirst) === 0) continue;
    if (((characters[text.charCodeAt(at + 1)] as number) & Speech.directSecond) === 0) continue;
    const verb = forms.get(text.slice(at, at + 2));
    if (verb === undefined || !verb.direct || NOT_BEHIND_DIRECT.has(text.charCodeAt(at + 2))) continue;
    if (forms.has(text.slice(at, at + 3)) || forms.has(text.slice(at, at + 4))) return;
    if (!isDirectSpeaker(withoutAdverbs(text.slice(start, at)))) return;
    found.push({ start, end: at + 2, verb: verb.form });
    return;
  }
}
