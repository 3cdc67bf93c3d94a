import { EXPORT_FORMATS } from '../../sinks/export-formats.js';
import type { CommandRecord } from '../command.js';

export const exportCommand: CommandRecord = {
  name: 'export',
  argument: '<run>',
  argumentDescription: 'folder of a run, or a file of reports (.jsonl)',
  summary: 'Make tables of a run: documents, slogans, items, dates, statistics, checks, attributions, enumerations.',
  flags: [
    {
      flags: '--format <name>',
      description: 'sqlite or jsonl (one file), csv or parquet (a folder; default: by the name of --output)',
      choices: EXPORT_FORMATS,
    },
    { flags: '--output <path>', description: 'file or folder to write; it appears when it is whole' },
  ],
  examples: [
    ['tifa export out/run --output archive.sqlite', 'one database with full-text search'],
    ['tifa export out/run --format csv --output tables/', 'CSV files that Excel opens as they are'],
    ['tifa export out/run --format parquet --output tables/', 'Parquet for Spark, DuckDB, pandas'],
  ],
  run: async ([run], flags) => (await import('./run-export.js')).runExport(run as string, flags),
};
