import { type BatchConfig, RECORD_FIELDS } from '../batch/task.js';
import { TifaError } from '../errors.js';
import type { RecordKind } from '../index.js';
import type { Flag, FlagValues } from './command.js';
import { readLexicon } from './read-lexicon.js';

/** Flags that say how a document is read, the same for every command that reads; as the options of `createExtractor`. */
export const READING: readonly Flag[] = [
  {
    flags: '--anchor <date>',
    description: 'date that 今年 and 3月5日 are read against: 2021-03-05 (default: what each document says)',
  },
  { flags: '--only <kinds>', description: 'kinds of records, with commas between: slogans,dates,statistics' },
  { flags: '--tokens', description: 'also give words with part of speech (60 MB more for each thread)' },
  { flags: '--numerals', description: 'also give every numeral and what it was taken for' },
  { flags: '--agreements', description: 'also give, among the checks, what was computed and holds' },
  { flags: '--lexicon <file>', description: 'JSON file with formulations of your own' },
];

/** Flags of commands that also read JSON records. */
export const RECORD_READING: readonly Flag[] = [
  ...READING,
  { flags: '--text-field <name>', description: 'field of a JSON record that holds the text (default: text)' },
  { flags: '--id-field <name>', description: 'field that holds its name (default: id)' },
  { flags: '--anchor-field <name>', description: 'field that holds its anchor, as YYYY-MM-DD (default: anchor)' },
];

/** What was typed, as options of a batch. Only what was given stands in it, so that `run.json` shows what a run is about. */
export async function readBatchConfig(flags: FlagValues): Promise<BatchConfig> {
  const config: BatchConfig = {};
  if (flags.anchor !== undefined) config.anchor = String(flags.anchor);
  if (flags.only !== undefined) config.only = String(flags.only).split(/[,，]/) as RecordKind[];
  if (flags.tokens === true) config.tokens = true;
  if (flags.numerals === true) config.numerals = true;
  if (flags.agreements === true) config.agreements = true;
  if (flags.lexicon !== undefined) config.lexicon = await readLexicon(String(flags.lexicon));
  if (flags.textField !== undefined || flags.idField !== undefined || flags.anchorField !== undefined) {
    config.fields = {
      text: String(flags.textField ?? RECORD_FIELDS.text),
      id: String(flags.idField ?? RECORD_FIELDS.id),
      anchor: String(flags.anchorField ?? RECORD_FIELDS.anchor),
    };
  }
  return config;
}

/** A whole number from 1 that a flag takes; undefined when the flag was not given. */
export function readCount(flags: FlagValues, name: string): number | undefined {
  const value = flags[name];
  if (value === undefined) return undefined;
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new TifaError(
    'bad-option',
    `--${name} takes a whole number from 1, not "${value}".`,
    `For instance --${name} 2.`,
  );
}
