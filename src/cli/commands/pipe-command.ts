import { RECORD_READING } from '../batch-config.js';
import type { CommandRecord } from '../command.js';

export const pipeCommand: CommandRecord = {
  name: 'pipe',
  argument: '',
  argumentDescription: '',
  summary: 'Answer JSON lines with JSON lines, one for one and in order: for Spark and other programs.',
  flags: [
    {
      flags: '--format <name>',
      description: 'report, or rows: the rows of the tables of tifa export (default: report)',
      choices: ['report', 'rows'],
    },
    { flags: '--ascii', description: 'write everything beyond ASCII as \\uXXXX' },
    { flags: '--trailer', description: 'end with a line of counts: {"trailer":{"records":2,"reports":1,"errors":1}}' },
    { flags: '--strict', description: 'exit code 1 when a record could not be read' },
    ...RECORD_READING,
  ],
  examples: [
    [
      `echo '{"id":1,"text":"围绕“四项任务”抓好落实。"}' | tifa pipe`,
      'answers {"id":1,"report":{…}}; a record that cannot be read {"id":1,"error":{…}}',
    ],
    [
      `echo '{"id":"a","base64":"PGh0bWw+…","anchor":"2021-03-05"}' | tifa pipe`,
      'takes the bytes of a file of any kind, and the date that 今年 is read against',
    ],
    ['tifa pipe --format rows --trailer < records.jsonl', 'gives rows by table and column, and counts at the end'],
  ],
  run: async (_, flags) => (await import('./run-pipe.js')).runPipe(flags),
};
