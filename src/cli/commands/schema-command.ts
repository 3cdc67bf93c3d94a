import { SCHEMA_FORMATS, type SchemaFormat } from '../../sinks/schema-formats.js';
import type { CommandRecord } from '../command.js';
import { ExitCode } from '../exit-code.js';
import { openOutput } from '../streams.js';

export const schemaCommand: CommandRecord = {
  name: 'schema',
  argument: '',
  argumentDescription: '',
  summary: 'Print the JSON Schema (draft 2020-12) of a report, or the tables of tifa export.',
  flags: [
    {
      flags: '--format <name>',
      description:
        'json-schema or typescript for the report; sql, parquet or spark for the tables (default: json-schema)',
      choices: SCHEMA_FORMATS,
    },
  ],
  examples: [
    ['tifa schema > report.schema.json', 'keeps the schema for a validator in any language'],
    ['tifa schema --format sql', 'shows tables, search and views of a SQLite export'],
    ['tifa schema --format typescript > report.d.ts', 'gives the type of a report to a program without tifa'],
  ],
  run: async (_, flags) => {
    const { reportJsonSchema } = await import('../../schemas.js');
    const { schemaText } = await import('../../sinks/schema-text.js');
    const format = (flags.format ?? 'json-schema') as SchemaFormat;
    await (await openOutput(null)).write(schemaText(format, reportJsonSchema()));
    return ExitCode.fine;
  },
};
