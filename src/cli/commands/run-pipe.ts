import { once } from 'node:events';
import { type PipeOptions, pipeRecords } from '../../batch/pipe-records.js';
import { readBatchConfig } from '../batch-config.js';
import type { FlagValues } from '../command.js';
import { ExitCode } from '../exit-code.js';

/** `tifa pipe`: standard output carries answers and nothing else; writing waits for the reader. */
export async function runPipe(flags: FlagValues): Promise<ExitCode> {
  const answers = pipeRecords(process.stdin, {
    ...(await readBatchConfig(flags)),
    content: await chooseContent(flags),
    ascii: flags.ascii === true,
    trailer: flags.trailer === true,
  });
  for (;;) {
    const next = await answers.next();
    if (next.done === true) return flags.strict === true && next.value.errors > 0 ? ExitCode.failed : ExitCode.fine;
    if (!process.stdout.write(next.value)) await once(process.stdout, 'drain');
  }
}

async function chooseContent(flags: FlagValues): Promise<PipeOptions['content']> {
  if (flags.format !== 'rows') return { name: 'report', of: (report) => report };
  const { buildTables, rowsByTable } = await import('../../sinks/tables.js');
  const tables = buildTables();
  return { name: 'rows', of: (report) => rowsByTable(tables, report) };
}
