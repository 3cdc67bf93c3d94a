import { READING } from '../batch-config.js';
import type { CommandRecord, Flag } from '../command.js';

const WRITING: readonly Flag[] = [
  {
    flags: '--format <name>',
    description: 'table for people, json or jsonl for programs (default: by the name of --output, else table)',
    choices: ['table', 'json', 'jsonl'],
  },
  { flags: '--output <path>', description: 'file to write, folders are made (default: standard output)' },
  {
    flags: '--rows <number>',
    description: 'rows of each kind in a table (default: all for one document, 8 for several)',
  },
];

export const extractCommand: CommandRecord = {
  name: 'extract',
  argument: '[paths...]',
  argumentDescription: 'files and folders to read; - for standard input',
  summary: 'Read documents and give their slogans, dates and statistics.',
  flags: [
    ...READING,
    { flags: '--segmenter <name>', description: 'engine for --tokens', choices: ['nodejieba', 'node-rs'] },
    ...WRITING,
  ],
  examples: [
    ['tifa extract speech.txt', 'shows what stands in one speech'],
    ['tifa extract archive/ --output out/reports.jsonl', 'reads a folder, one line of JSON for each document'],
    ['tifa extract page.html --format json --only slogans', 'gives the slogans alone, as indented JSON'],
    ['curl -s https://example.org/news.html | tifa extract -', 'reads standard input'],
    ['tifa extract notes.txt --anchor 2021-03-05', 'reads 今年 and 昨日 as said on that day'],
  ],
  run: async (values, flags) => (await import('./run-extract.js')).runExtract(values, flags),
};
