import { TifaError } from '../errors.js';
import type { Segmenter } from '../language/segmenter.js';
import { calendarTerms } from '../lexicon/calendar.js';
import { type FormulationInput, type Lexicon, loadLexicon } from '../lexicon/lexicon.js';
import { TermIndex } from '../lexicon/term-index.js';

export type RecordKind = 'slogans' | 'dates' | 'statistics';

const RECORD_KINDS: readonly RecordKind[] = ['slogans', 'dates', 'statistics'];

/** Choices for all texts, given once. */
export interface ExtractorOptions {
  /** ISO date that 今年 and 3月5日 are read against, in place of what the document says */
  anchor?: string | null;
  /** kinds of records to return; all when absent */
  only?: readonly RecordKind[];
  /** also return `numerals`: every numeral and what it was taken for */
  numerals?: boolean;
  /** also return, among `checks`, what was computed and holds: 1000 ÷ (1379 + 68) = 69.11 %, agrees */
  agreements?: boolean;
  /** a loaded segmenter: the report then also has `tokens` (see `loadSegmenter`) */
  segmenter?: Segmenter | null;
  /** formulations of your own, of which only `key` must be given; they win over ours */
  lexicon?: readonly FormulationInput[];
}

/** Options checked once and frozen; nothing below the extractor invents a default. */
export interface Settings {
  readonly anchor: string | null;
  readonly only: ReadonlySet<RecordKind>;
  readonly hasNumerals: boolean;
  readonly hasAgreements: boolean;
  readonly segmenter: Segmenter | null;
  readonly lexicon: Lexicon;
  readonly terms: TermIndex;
}

const KNOWN_OPTIONS = new Set(['anchor', 'only', 'numerals', 'agreements', 'segmenter', 'lexicon']);

/**
 * Checks everything but the entries of a lexicon, without loading ours.
 * @throws TifaError `bad-option` for an unknown option, an impossible anchor or an unknown record kind
 */
export function checkOptions(options: ExtractorOptions): void {
  for (const name of Object.keys(options)) {
    if (!KNOWN_OPTIONS.has(name))
      throw new TifaError(
        'bad-option',
        `There is no option "${name}".`,
        `Known options: ${[...KNOWN_OPTIONS].join(', ')}.`,
      );
  }
  if (options.anchor !== undefined && options.anchor !== null) checkAnchor(options.anchor);
  for (const kind of options.only ?? []) checkRecordKind(kind);
}

/** @throws TifaError `bad-option`, and for wrong entries of a lexicon */
export function readSettings(options: ExtractorOptions = {}): Settings {
  checkOptions(options);
  const base = loadLexicon();
  const isOwn = options.lexicon !== undefined && options.lexicon.length > 0;
  const lexicon = isOwn ? base.extend(options.lexicon as readonly FormulationInput[]) : base;
  return Object.freeze({
    anchor: options.anchor ?? null,
    only: new Set(options.only ?? RECORD_KINDS),
    hasNumerals: options.numerals ?? false,
    hasAgreements: options.agreements ?? false,
    segmenter: options.segmenter ?? null,
    lexicon,
    terms: termsOf(lexicon, isOwn),
  });
}

function checkRecordKind(kind: string): void {
  if ((RECORD_KINDS as readonly string[]).includes(kind)) return;
  throw new TifaError('bad-option', `The option "only" does not know "${kind}".`, `Use ${RECORD_KINDS.join(', ')}.`);
}

/** Refuses what is no day of the calendar: 2021-02-30, 2021-2-3, yesterday. */
export function checkAnchor(anchor: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(anchor) ? Date.parse(`${anchor}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(anchor)) return;
  throw new TifaError(
    'bad-option',
    `The anchor "${anchor}" is not a day of the calendar.`,
    'Give it as YYYY-MM-DD, for instance 2021-03-05.',
  );
}

/** The index over our own words is made once; a user's own lexicon gets one of its own. */
let ownTerms: TermIndex | null = null;

function termsOf(lexicon: Lexicon, isExtended: boolean): TermIndex {
  if (!isExtended && ownTerms !== null) return ownTerms;
  const index = new TermIndex([...lexicon.terms(), ...calendarTerms()]);
  if (!isExtended) ownTerms = index;
  return index;
}
