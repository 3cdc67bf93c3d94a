import type { BatchProgress } from '../batch/index.js';
import { tell } from './messages.js';

const LINE_EVERY = 5000;
const BAR_EVERY = 100;
/** The rate is that of the last seconds: documents that stand in a run already go by in no time. */
const RATE_OVER = 15_000;

/** Shows how far a batch is: a bar on a terminal, a line every few seconds elsewhere. */
export interface ProgressDisplay {
  /** @param total documents in all; null while it is not known */
  show(progress: BatchProgress, total: number | null): void;
  end(): void;
}

export async function openProgress(): Promise<ProgressDisplay> {
  return process.stderr.isTTY === true ? await openBar() : openLines();
}

function openLines(): ProgressDisplay {
  const rate = new Rate();
  let shown = performance.now();
  return {
    show: (progress, total) => {
      const now = performance.now();
      if (now - shown < LINE_EVERY) return;
      shown = now;
      const of = total === null ? '' : ` of ${count(total)}`;
      tell(
        `${count(progress.settled)}${of} documents${rate.describe(progress.settled, total, now)}${failures(progress)}`,
      );
    },
    end: () => {},
  };
}

async function openBar(): Promise<ProgressDisplay> {
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    {
      format: '{line}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      formatBar: cliProgress.Format.BarFormat,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      barsize: 24,
    },
    cliProgress.Presets.shades_classic,
  );
  const rate = new Rate();
  let shown = 0;
  bar.start(1, 0, { line: '' });
  return {
    show: (progress, total) => {
      const now = performance.now();
      if (now - shown < BAR_EVERY) return;
      shown = now;
      bar.update(0, { line: barLine(progress, total, rate.describe(progress.settled, total, now)) });
    },
    end: () => bar.stop(),
  };
}

function barLine(progress: BatchProgress, total: number | null, rate: string): string {
  if (total === null || total === 0) return `${count(progress.settled)} documents${rate}${failures(progress)}`;
  const share = Math.min(1, progress.settled / total);
  const full = Math.round(share * 24);
  const bar = '█'.repeat(full) + '░'.repeat(24 - full);
  return `${bar} ${Math.floor(share * 100)} % · ${count(progress.settled)} of ${count(total)}${rate}${failures(progress)}`;
}

function failures({ failed }: BatchProgress): string {
  return failed === 0 ? '' : ` · ${count(failed)} failed`;
}

class Rate {
  private readonly samples: { at: number; settled: number }[] = [];

  /** ` · 1,204/s · 1 min 20 s left` */
  describe(settled: number, total: number | null, now: number): string {
    this.samples.push({ at: now, settled });
    while (this.samples.length > 2 && now - (this.samples[0]?.at ?? now) > RATE_OVER) this.samples.shift();
    const first = this.samples[0] as { at: number; settled: number };
    if (now === first.at) return '';
    const perSecond = ((settled - first.settled) / (now - first.at)) * 1000;
    const left = total === null || perSecond === 0 ? '' : ` · ${duration((total - settled) / perSecond)} left`;
    return ` · ${count(Math.round(perSecond))}/s${left}`;
  }
}

/** 12345 → 12,345 */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Seconds as a person says them: 4.2 s, 1 min 20 s, 3 h 5 min. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (seconds < 10) return `${Math.max(0, seconds).toFixed(1)} s`;
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
