/** The shapes of `corpus/formulations.json`, `idioms.json` and `names.json`, and the check of a formulation from outside. */

/** One fixed formulation (数字提法), at one time where its content changed. */
export interface FormulationEntry {
  /** the label: 四个意识, without quotation marks */
  readonly key: string;
  /** null when the members are sentences, or not known for certain */
  readonly members: readonly string[] | null;
  /** how many members it declares: 三严三实 → 6 */
  readonly count: number | null;
  /** other forms of the same thing: 六个稳 for 六稳 */
  readonly variants: readonly string[];
  /** first known use, as year, month or day: 2016, 2016-01, 2016-01-29 */
  readonly firstUsed: string | null;
  /** document or meeting with its date, for a reader to check */
  readonly source: string | null;
  /** ISO days between which it had this content, both included; null for an open end */
  readonly from: string | null;
  readonly until: string | null;
  /** true: known nationwide, so that a mention without quotation marks or list is this formulation (四个意识, not 四个方面) */
  readonly fixed: boolean;
  /** a sentence that holds the label or a variant */
  readonly example: string | null;
  /** characters that may not follow an unquoted mention: 三公 is none before 里 */
  readonly notBefore?: string;
  /** characters that may not stand before */
  readonly notAfter?: string;
  /** sentences in which the same characters are something else */
  readonly counterexamples?: readonly string[];
}

/** A formulation as a caller gives it: all but the key may be left out. `fixed` is then true, `count` the number of members. */
export type FormulationInput = Pick<FormulationEntry, 'key'> & Partial<FormulationEntry>;

/** A word or set phrase with a numeral that counts nothing: 统一, 一盘棋. */
export interface IdiomEntry {
  readonly form: string;
  readonly example: string;
  /** characters that may not follow: 一起 (together) is none before 案 */
  readonly notBefore?: string;
  /** characters that may not stand before */
  readonly notAfter?: string;
  readonly counterexamples?: readonly string[];
}

/** A name that holds a numeral: 四川, 五粮液. */
export interface NameEntry {
  readonly form: string;
  readonly type: 'place' | 'organisation' | 'work' | 'thing';
  readonly example: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly counterexamples?: readonly string[];
}

/** What is wrong with an entry: the field, and what was expected there. */
export interface EntryProblem {
  field: string;
  expected: string;
}

interface FieldRule {
  field: keyof FormulationEntry;
  expected: string;
  holds: (value: unknown) => boolean;
}

const MAX_LABEL = 40;
const MAX_MEMBERS = 100;
const NUMERAL = /[一二三四五六七八九十百千万亿两双零〇\dN]/;

const RULES: readonly FieldRule[] = [
  {
    field: 'key',
    expected: 'a label of at most 40 characters that holds a numeral, such as "四个意识"',
    holds: isLabel,
  },
  { field: 'members', expected: 'a list of 1 to 100 texts, or null', holds: orNull(isTextList) },
  { field: 'count', expected: 'a whole number from 1 to 1000, or null', holds: orNull(isCount) },
  { field: 'variants', expected: 'a list of labels that hold a numeral', holds: (value) => isListOf(value, isLabel) },
  { field: 'firstUsed', expected: 'a date as YYYY, YYYY-MM or YYYY-MM-DD, or null', holds: orNull(isPartialDate) },
  { field: 'source', expected: 'a text, or null', holds: orNull(isText) },
  { field: 'from', expected: 'a day of the calendar as YYYY-MM-DD, or null', holds: orNull(isDay) },
  { field: 'until', expected: 'a day of the calendar as YYYY-MM-DD, or null', holds: orNull(isDay) },
  { field: 'fixed', expected: 'true or false', holds: (value) => typeof value === 'boolean' },
  { field: 'example', expected: 'a sentence, or null', holds: orNull(isText) },
  { field: 'notBefore', expected: 'the characters that may not follow, as one text', holds: isText },
  { field: 'notAfter', expected: 'the characters that may not stand before, as one text', holds: isText },
  { field: 'counterexamples', expected: 'a list of sentences', holds: (value) => isListOf(value, isText) },
];

/** The first thing wrong with an entry, or null. Only `key` must be there; unknown fields are refused, since they are misspelt ones. */
export function findEntryProblem(entry: unknown): EntryProblem | null {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return { field: 'key', expected: 'an object with at least a "key"' };
  const fields = entry as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    if (!RULES.some((rule) => rule.field === name))
      return { field: name, expected: `no such field, but one of ${RULES.map((rule) => rule.field).join(', ')}` };
  }
  for (const { field, expected, holds } of RULES) {
    const value = fields[field];
    if (value === undefined ? field === 'key' : !holds(value)) return { field, expected };
  }
  return findContradiction(fields as unknown as FormulationInput);
}

function findContradiction({ members, count, from, until }: FormulationInput): EntryProblem | null {
  if (members != null && count != null && members.length !== count)
    return { field: 'count', expected: `${members.length}, as many as there are members` };
  if (from != null && until != null && until < from) return { field: 'until', expected: `a day not before ${from}` };
  return null;
}

/** Fills in what was left out. The entry must have passed `findEntryProblem`. */
export function completeEntry(input: FormulationInput): FormulationEntry {
  const members = input.members ?? null;
  return Object.freeze({
    key: input.key,
    members,
    count: input.count ?? members?.length ?? null,
    variants: input.variants ?? [],
    firstUsed: input.firstUsed ?? null,
    source: input.source ?? null,
    from: input.from ?? null,
    until: input.until ?? null,
    fixed: input.fixed ?? true,
    example: input.example ?? null,
    ...(input.notBefore === undefined ? {} : { notBefore: input.notBefore }),
    ...(input.notAfter === undefined ? {} : { notAfter: input.notAfter }),
    ...(input.counterexamples === undefined ? {} : { counterexamples: input.counterexamples }),
  });
}

function orNull(holds: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === null || holds(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isLabel(value: unknown): boolean {
  return isText(value) && value.length <= MAX_LABEL && NUMERAL.test(value) && !/[\n“”]/.test(value);
}

function isListOf(value: unknown, holds: (value: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= MAX_MEMBERS && value.every(holds);
}

function isTextList(value: unknown): boolean {
  return isListOf(value, isText) && (value as unknown[]).length > 0;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1000;
}

function isPartialDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}(-\d{2}){0,2}$/.test(value)) return false;
  return isDay(value + '-01-01'.slice(value.length - 4));
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
