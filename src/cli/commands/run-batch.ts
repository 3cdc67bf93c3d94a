import { type BatchSummary, runBatch } from '../../batch/index.js';
import { countInputs } from '../../batch/inputs.js';
import { TifaError } from '../../errors.js';
import { readBatchConfig, readCount } from '../batch-config.js';
import { describeSummary } from '../batch-summary.js';
import type { FlagValues } from '../command.js';
import { ExitCode } from '../exit-code.js';
import { tell } from '../messages.js';
import { openProgress } from '../progress.js';

/** `tifa batch`: everything it says goes to standard error; what it finds is in the folder. */
export async function runBatchCommand(paths: readonly string[], flags: FlagValues): Promise<ExitCode> {
  if (typeof flags.output !== 'string')
    throw new TifaError('bad-option', 'tifa batch needs a folder for its run.', 'Give --output RUN.');
  const stop = new AbortController();
  const interrupts = listenForInterrupts(stop);
  try {
    const summary = await runShown(paths, flags.output, flags, stop.signal);
    tell(describeSummary(summary, paths));
    return exitCodeOf(summary);
  } finally {
    interrupts.end();
  }
}

async function runShown(
  paths: readonly string[],
  output: string,
  flags: FlagValues,
  signal: AbortSignal,
): Promise<BatchSummary> {
  const config = await readBatchConfig(flags);
  const jobs = readCount(flags, 'jobs');
  const timeout = readCount(flags, 'timeout');
  const display = await openProgress();
  const counting = new AbortController();
  let total: number | null = null;
  void countInputs(paths, AbortSignal.any([signal, counting.signal])).then((count) => {
    total = count;
  });
  try {
    return await runBatch(paths, {
      ...config,
      ...(jobs === undefined ? {} : { jobs }),
      ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
      output,
      signal,
      onProgress: (progress) => display.show(progress, total),
    });
  } finally {
    counting.abort();
    display.end();
  }
}

/** The first Ctrl-C ends the work in order, the second one at once; the run survives both. */
function listenForInterrupts(stop: AbortController): { end(): void } {
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(ExitCode.stopped);
    stop.abort();
    tell('Stopping: the documents under way are finished. Ctrl-C again ends at once.');
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    end: () => {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}

function exitCodeOf(summary: BatchSummary): ExitCode {
  if (summary.status === 'stopped') return ExitCode.stopped;
  return summary.failed > 0 ? ExitCode.failed : ExitCode.fine;
}
