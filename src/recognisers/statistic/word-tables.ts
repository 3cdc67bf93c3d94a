import adverbs from '../../../corpus/adverbs.json';
import approximations from '../../../corpus/approximation-words.json';
import causatives from '../../../corpus/causatives.json';
import changes from '../../../corpus/change-words.json';
import compares from '../../../corpus/compare-words.json';
import conjunctions from '../../../corpus/conjunctions.json';
import connectives from '../../../corpus/connectives.json';
import levels from '../../../corpus/level-markers.json';
import lightVerbs from '../../../corpus/light-verbs.json';
import measureWords from '../../../corpus/measure-words.json';
import nominalVerbs from '../../../corpus/nominal-verbs.json';
import plainWords from '../../../corpus/plain-words.json';
import prepositions from '../../../corpus/prepositions.json';
import rightStops from '../../../corpus/right-stops.json';
import scopes from '../../../corpus/scope-words.json';
import tails from '../../../corpus/shared-tails.json';
import tellingVerbs from '../../../corpus/telling-verbs.json';
import times from '../../../corpus/time-words.json';
import units from '../../../corpus/units.json';
import { WordTrie } from '../../lexicon/word-trie.js';
import { CharClass, charClasses } from '../../text/char-class.js';

/** What a word of a clause does for the figure beside it; a word can do several things (完成 is a verb before a noun and a marker after one). */
export const Role = {
  plain: 0,
  adverb: 1 << 0,
  preposition: 1 << 1,
  connective: 1 << 2,
  lightVerb: 1 << 3,
  tellingVerb: 1 << 4,
  changeVerb: 1 << 5,
  changeNoun: 1 << 6,
  level: 1 << 7,
  approximation: 1 << 8,
  scope: 1 << 9,
  time: 1 << 10,
  conjunction: 1 << 11,
  compare: 1 << 12,
  stop: 1 << 13,
  /** 的 */
  of: 1 << 14,
  /** 了 过 着 */
  aspect: 1 << 15,
  /** 、 */
  pause: 1 << 16,
  /** ，；：。 and brackets that open or close here */
  mark: 1 << 17,
  /** 比上年, 较2020年: the base of a comparison */
  base: 1 << 18,
  /** 抽调, 使: what stands behind acts itself: 抽调3名骨干充实一线 */
  causative: 1 << 19,
  /** 建设, 服务: as often a noun inside a compound as a verb */
  nominal: 1 << 20,
} as const;

export type Direction = 'up' | 'down' | 'flat';
export type Approximation = 'over' | 'under' | 'about';

interface WordEntry {
  form: string;
  within?: string[];
}

export interface UnitEntry {
  form: string;
  /** null for a measure word (量词) */
  dimension: string | null;
  /** what is reported where it differs from the form: 百分点 for 个百分点 */
  unit?: string;
  within?: string[];
}

export interface ApproximationEntry {
  form: string;
  approximation: Approximation;
  place: string;
  /** characters that make another word of it: 节约, 附近 */
  notAfter: string;
}

/** The words of `corpus/` that the recogniser of statistics asks for, indexed. */
export interface WordTables {
  units: WordTrie;
  unitEntries: UnitEntry[];
  /** 1 for a character that can stand behind a number that counts something: the first ones of units, 多, 分 (分之), 至 */
  behindNumber: Uint8Array;
  /** 1 for a character that ends a word of approximation */
  beforeNumber: Uint8Array;
  /** 1 for a character that opens a bracket or quotation or begins a mark: the border of a clause is looked for there */
  openersAndMarks: Uint8Array;
  /** 1 for a character that begins a word of approximation which follows its number */
  afterNumber: Uint8Array;
  /** 1 for a character that begins a word of comparison, 同比 and 环比 included */
  compareStarts: Uint8Array;
  /** verbs of change of one character, which are so only right before a figure: 增, 降 */
  singleChanges: Uint8Array;
  /** 1 for a character that begins a word, a quotation or a bracket */
  wordStarts: Uint8Array;
  /** 1 for a character that begins no word and closes no bracket: runs of these are passed over at once */
  runsOn: Uint8Array;
  words: WordTrie;
  /** roles of the words of `words`, by number */
  roles: Int32Array;
  forms: string[];
  directions: Map<string, Direction>;
  /** words of approximation before a number, spelt from back to front, and their entries by number */
  before: WordTrie;
  beforeEntries: ApproximationEntry[];
  after: Map<string, Approximation>;
  tails: string[];
}

let tables: WordTables | null = null;

/** The tables, indexed on first use. */
export function wordTables(): WordTables {
  tables ??= buildTables();
  return tables;
}

function buildTables(): WordTables {
  const unitEntries: UnitEntry[] = [
    ...(units as UnitEntry[]),
    ...measureWords.map((entry) => ({ ...entry, dimension: null })),
  ];
  const words = wordRoles();
  const forms = [...words.keys()];
  const wordStarts = charTable(OPENERS + forms.map((form) => form.charAt(0)).join(''));
  const classes = charClasses();
  const beforeEntries = beforeWords();
  return {
    units: new WordTrie(unitEntries.map((entry) => entry.form)),
    unitEntries,
    behindNumber: charTable(BEHIND_NUMBER + unitEntries.map((entry) => entry.form.charAt(0)).join('')),
    beforeNumber: charTable(approximations.map((entry) => entry.form.slice(-1)).join('')),
    openersAndMarks: charTable(
      `${OPENERS}${SINGLE_MARKS.filter(([, role]) => role === Role.mark)
        .map(([form]) => form.charAt(0))
        .join('')}`,
    ),
    afterNumber: charTable(
      approximations.map((entry) => (entry.place === 'after' ? entry.form.charAt(0) : '')).join(''),
    ),
    compareStarts: charTable(`同环${compares.map((entry) => entry.form.charAt(0)).join('')}`),
    singleChanges: charTable(changes.map((entry) => (entry.form.length === 1 ? entry.form : '')).join('')),
    wordStarts,
    runsOn: wordStarts.map((starts, code) => (starts === 1 || classes[code] === CharClass.close ? 0 : 1)),
    words: new WordTrie(forms),
    roles: Int32Array.from(words.values()),
    forms,
    directions: new Map(changes.map((entry) => [entry.form, entry.direction as Direction])),
    before: new WordTrie(beforeEntries.map((entry) => [...entry.form].reverse().join(''))),
    beforeEntries,
    after: new Map(
      approximations
        .filter((entry) => entry.place === 'after')
        .map((entry) => [entry.form, entry.approximation as Approximation]),
    ),
    tails: tails.map((entry) => entry.form).sort((a, b) => b.length - a.length),
  };
}

const OPENERS = '“‘（《〈【〔「『([{［';
const BEHIND_NUMBER = '多余几来分番半/至到—－–-~～〜―点';

function charTable(characters: string): Uint8Array {
  const table = new Uint8Array(65536);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}

function beforeWords(): ApproximationEntry[] {
  return approximations
    .filter((entry) => entry.place !== 'after')
    .map((entry) => ({
      form: entry.form,
      approximation: entry.approximation as Approximation,
      place: entry.place,
      notAfter: 'notAfter' in entry ? (entry.notAfter ?? '') : '',
    }));
}

function wordRoles(): Map<string, number> {
  const roles = new Map<string, number>();
  const add = (entries: readonly WordEntry[], role: number): void => {
    for (const entry of entries) {
      roles.set(entry.form, (roles.get(entry.form) ?? 0) | role);
      for (const word of entry.within ?? []) if (!roles.has(word)) roles.set(word, Role.plain);
    }
  };
  add(adverbs, Role.adverb);
  add(prepositions, Role.preposition);
  add(connectives, Role.connective);
  add(lightVerbs, Role.lightVerb);
  add(tellingVerbs, Role.tellingVerb);
  // 增, 降, 快 alone are verbs of change only right before a figure: the frame looks for them there
  add(
    changes.filter((entry) => entry.sort !== 'noun' && entry.form.length > 1),
    Role.changeVerb,
  );
  add(
    changes.filter((entry) => entry.sort === 'noun'),
    Role.changeNoun,
  );
  add(levels, Role.level);
  // 近 and 约 alone say something only right before a number, where they are looked for by themselves
  add(
    approximations.filter((entry) => entry.place === 'before' && entry.form.length > 1),
    Role.approximation,
  );
  add(scopes, Role.scope);
  add(times, Role.time);
  add(conjunctions, Role.conjunction);
  add(compares, Role.compare);
  add(rightStops, Role.stop);
  add(causatives, Role.causative | Role.lightVerb);
  add(nominalVerbs, Role.nominal);
  add(plainWords, Role.plain);
  for (const [form, role] of SINGLE_MARKS) roles.set(form, role);
  return roles;
}

const SINGLE_MARKS: readonly (readonly [string, number])[] = [
  ['的', Role.of],
  ['目的', Role.plain],
  ['了', Role.aspect],
  ['为了', Role.preposition],
  ['、', Role.pause],
  ['，', Role.mark],
  ['；', Role.mark],
  ['：', Role.mark],
  ['。', Role.mark],
  ['！', Role.mark],
  ['？', Role.mark],
  ['\n', Role.mark],
  ['——', Role.mark],
  ['（', Role.mark],
  ['）', Role.mark],
  ['(', Role.mark],
  [')', Role.mark],
  ['“', Role.mark],
  ['”', Role.mark],
  ['》', Role.mark],
  ['!', Role.mark],
  [';', Role.mark],
];
