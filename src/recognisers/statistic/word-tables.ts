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
import { Role } from './role.js';
import { buildSigns, Sign } from './signs.js';

export type Direction = 'up' | 'down' | 'flat';
export type Approximation = 'over' | 'under' | 'about';

interface WordEntry {
  form: string;
  within?: string[];
}

/** A line of `units.json` or `measure-words.json`; `unit` is what is reported where it differs from the form: 百分点 for 个百分点. */
interface UnitLine extends WordEntry {
  dimension?: string;
  unit?: string;
}

export interface UnitEntry {
  /** as it stands in the text */
  form: string;
  /** as it is reported */
  unit: string;
  /** null for a measure word (量词) */
  dimension: string | null;
  /** words that only begin with it: 人口 of 人 */
  within: readonly string[];
}

function toUnitEntry({ form, unit = form, dimension, within = [] }: UnitLine): UnitEntry {
  return { form, unit, dimension: dimension ?? null, within };
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
  /** units, then the words that only begin with one: 人口 is no 人 */
  units: WordTrie;
  /** by number in `units`; what has a number beyond them is no unit */
  unitEntries: UnitEntry[];
  /** bits of `Sign` by character */
  signs: Uint16Array;
  words: WordTrie;
  /** roles of the words of `words`, by number */
  roles: Int32Array;
  directions: Map<string, Direction>;
  /** words of approximation before a number, spelt from back to front, and their entries by number */
  before: WordTrie;
  beforeEntries: ApproximationEntry[];
  after: Map<string, Approximation>;
  /** what the members of a list can share (增加值), spelt from back to front */
  tails: WordTrie;
}

let tables: WordTables | null = null;

/** The tables, indexed on first use. */
export function wordTables(): WordTables {
  tables ??= buildTables();
  return tables;
}

function buildTables(): WordTables {
  const unitEntries = [...(units as UnitLine[]), ...(measureWords as UnitLine[])].map(toUnitEntry);
  const words = wordRoles();
  const forms = [...words.keys()];
  const beforeEntries = beforeWords();
  return {
    units: new WordTrie([...unitEntries.map((entry) => entry.form), ...unitEntries.flatMap((entry) => entry.within)]),
    unitEntries,
    signs: buildSigns({
      [Sign.startsWord]: forms,
      [Sign.countable]: unitEntries.map((entry) => entry.form),
      [Sign.startsApproximation]: approximations.filter(({ place }) => place === 'after').map(({ form }) => form),
      [Sign.endsApproximation]: approximations.map(({ form }) => form.slice(-1)),
      [Sign.compares]: compares.map(({ form }) => form),
      [Sign.changes]: changes.map(({ form }) => form).filter((form) => form.length === 1),
      [Sign.mark]: SINGLE_MARKS.filter(([, role]) => role === Role.mark).map(([form]) => form),
    }),
    words: new WordTrie(forms),
    roles: Int32Array.from(words.values()),
    directions: new Map(changes.map((entry) => [entry.form, entry.direction as Direction])),
    before: new WordTrie(beforeEntries.map((entry) => reversed(entry.form))),
    beforeEntries,
    after: new Map(
      approximations
        .filter((entry) => entry.place === 'after')
        .map((entry) => [entry.form, entry.approximation as Approximation]),
    ),
    tails: new WordTrie(tails.map((entry) => reversed(entry.form))),
  };
}

function reversed(form: string): string {
  return [...form].reverse().join('');
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
  add(
    levels.filter(({ form }) => form.startsWith('占')),
    Role.share,
  );
  add([{ form: '将' }, { form: '把' }], Role.objectMarker);
  add([{ form: '从' }, { form: '由' }], Role.source);
  add([{ form: '分别' }], Role.respectively);
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
