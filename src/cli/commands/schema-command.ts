import type { CommandRecord } from '../command.js';
import { ExitCode } from '../exit-code.js';
import { openOutput } from '../streams.js';

export const schemaCommand: CommandRecord = {
  name: 'schema',
  argument: '',
  argumentDescription: '',
  summary: 'Print the JSON Schema (draft 2020-12) of a report.',
  flags: [],
  examples: [['tifa schema > report.schema.json', 'keeps the schema for a validator in any language']],
  run: async () => {
    const { reportJsonSchema } = await import('../../schemas.js');
    await (await openOutput(null)).write(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
    return ExitCode.fine;
  },
};
