import { RECORD_READING } from '../batch-config.js';
import type { CommandRecord } from '../command.js';

export const batchCommand: CommandRecord = {
  name: 'batch',
  argument: '<inputs...>',
  argumentDescription:
    'folders, files, patterns ("archive/**/*.html"), .zip, .jsonl, @file with a list of paths, - for a list or JSON records on standard input',
  summary: 'Read an archive of any size into a folder; ended at any moment, the same command goes on.',
  flags: [
    { flags: '--output <run>', description: 'folder of the run: reports.jsonl, failures.jsonl, run.json' },
    { flags: '--jobs <number>', description: 'worker threads (default: one per processor, as memory allows)' },
    { flags: '--timeout <seconds>', description: 'time that one document may take before it fails (default: 60)' },
    ...RECORD_READING,
  ],
  examples: [
    ['tifa batch archive/ --output out/run', 'reads a folder with all that lies in it'],
    [
      'tifa batch "archive/**/2021-*.html" news.zip --output out/run --jobs 4',
      'reads pages of one year and an archive',
    ],
    [
      'tifa batch news.jsonl --output out/run --text-field body --id-field url --anchor-field date',
      'reads records, one per line',
    ],
    ['find /data -name "*.txt" | tifa batch - --output out/run', 'reads what a list names'],
    ['tifa export out/run --format sqlite --output out/run.sqlite', 'then makes tables of it'],
  ],
  run: async (values, flags) => (await import('./run-batch.js')).runBatchCommand(values, flags),
};
