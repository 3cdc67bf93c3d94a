import { fileURLToPath } from 'node:url';
import { TifaError } from '../errors.js';
import { type BatchAnswer, type BatchConfig, type BatchInput, inputName, type WorkerAnswer } from './task.js';
import { type Task, WorkerSeat } from './worker-seat.js';

/** A worker holds inputs for so many milliseconds, as the last ones went, and gets more when it has half of them left. */
const AHEAD = 100;
const LEAST_AHEAD = 2;
const MOST_AHEAD = 64;
/** Milliseconds for a document before any was read; share that each new one has in the average. */
const FIRST_PACE = 10;
const PACE_SHARE = 0.05;

export interface PoolOptions {
  jobs: number;
  config: BatchConfig;
  /** milliseconds that one document may take */
  timeout: number;
  /** table of ids that workers look into before they extract, when a run goes on; null when nothing is known yet */
  knownIds: string | null;
  /** file of the worker; default: the one of the build */
  script?: string;
}

/**
 * Worker threads that turn inputs into answers. A worker that crashes or runs out of time fails the document under way, is
 * replaced, and what else it held goes to the next one. Written by hand since pools answer for tasks, and here one of the
 * tasks in a broken worker's hands is to blame and the others are not.
 */
export class WorkerPool {
  private readonly seats: WorkerSeat[] = [];
  private readonly waiting: Task[] = [];
  private readonly clock: NodeJS.Timeout;
  /** pieces of memory that lines came in, with the number of those that were not released yet */
  private readonly pieces = new WeakMap<ArrayBufferLike, { seat: WorkerSeat; lines: number }>();
  private pace = FIRST_PACE;
  private tasks = 0;
  private broken: TifaError | null = null;

  constructor(private readonly options: PoolOptions) {
    const { timeout } = options;
    const look = (): void => {
      for (const seat of this.seats) seat.checkTime(timeout);
    };
    this.clock = setInterval(look, Math.min(500, Math.max(10, timeout / 4)));
    this.clock.unref();
  }

  /** Resolves to what became of the input, whatever happens to workers; rejects only when workers cannot be started. */
  run(input: BatchInput): Promise<BatchAnswer> {
    return new Promise((resolve, reject) => {
      if (this.broken !== null) {
        reject(this.broken);
        return;
      }
      this.waiting.push({ number: ++this.tasks, input, settle: resolve, reject });
      this.hand();
    });
  }

  /**
   * Says that the line of a report is not needed any more. When all of its piece of memory are, the worker writes its next lines
   * there: new memory for each would have the main thread collect garbage for a twentieth of the time.
   */
  release(line: Uint8Array): void {
    const piece = this.pieces.get(line.buffer);
    if (piece === undefined || --piece.lines > 0) return;
    this.pieces.delete(line.buffer);
    piece.seat.giveBack(line.buffer as ArrayBuffer);
  }

  /** Inputs that were not begun are answered as cancelled; those under way are finished. */
  cancelWaiting(): void {
    for (const task of this.waiting.splice(0)) task.settle({ kind: 'cancelled' });
    for (const seat of this.seats) seat.giveUpRest();
  }

  async close(): Promise<void> {
    clearInterval(this.clock);
    this.cancelWaiting();
    await Promise.all(this.seats.splice(0).map((seat) => seat.close()));
  }

  private hand(): void {
    const depth = Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, Math.round(AHEAD / this.pace)));
    while (this.waiting.length > 0) {
      const seat = this.freeSeat(depth);
      if (seat === null) return;
      // near the end of the archive all workers get some of what is left
      const fair = Math.ceil(this.waiting.length / this.options.jobs);
      seat.give(this.waiting.splice(0, Math.min(fair, depth - seat.tasks.size)));
    }
  }

  /** The worker with the least to do, when it has half of its inputs left; a new one while there are fewer than wanted. */
  private freeSeat(depth: number): WorkerSeat | null {
    let best: WorkerSeat | null = null;
    for (const seat of this.seats) if (best === null || seat.tasks.size < best.tasks.size) best = seat;
    if ((best === null || best.tasks.size > 0) && this.seats.length < this.options.jobs) return this.openSeat();
    return best !== null && best.tasks.size <= depth / 2 ? best : null;
  }

  private openSeat(): WorkerSeat {
    const { config, knownIds, script = workerPath() } = this.options;
    const seat = new WorkerSeat(
      script,
      { config, knownIds },
      {
        onAnswers: (_, answers) => this.settle(seat, answers),
        onEnd: () => this.replace(seat),
      },
    );
    this.seats.push(seat);
    return seat;
  }

  private settle(seat: WorkerSeat, answers: readonly WorkerAnswer[]): void {
    for (const { task, answer } of answers) {
      if (answer.kind === 'report') this.countLine(seat, answer.line.buffer);
      if ('milliseconds' in answer) this.pace += PACE_SHARE * (answer.milliseconds - this.pace);
      seat.tasks.get(task)?.settle(answer);
      seat.tasks.delete(task);
    }
    this.hand();
  }

  private countLine(seat: WorkerSeat, buffer: ArrayBufferLike): void {
    const piece = this.pieces.get(buffer);
    if (piece === undefined) this.pieces.set(buffer, { seat, lines: 1 });
    else piece.lines++;
  }

  private replace(seat: WorkerSeat): void {
    this.seats.splice(this.seats.indexOf(seat), 1);
    if (!seat.hasBegun) {
      this.giveUp(seat);
      return;
    }
    const blamed = seat.blamed();
    this.waiting.unshift(...[...seat.tasks.values()].filter((task) => task !== blamed));
    blamed?.settle(this.failed(blamed.input, seat));
    this.hand();
  }

  /** A worker that ends before it has begun would do so for ever. */
  private giveUp(seat: WorkerSeat): void {
    const reason = seat.endCause instanceof Error ? ` (${seat.endCause.message})` : '';
    const remedy = 'Install tifa again, or make room in memory, and run the same command again.';
    const message = `The worker threads cannot be started${reason}.`;
    this.broken = new TifaError('worker-crashed', message, remedy, seat.endCause);
    for (const task of [...seat.tasks.values(), ...this.waiting.splice(0)]) task.reject(this.broken);
  }

  private failed(input: BatchInput, seat: WorkerSeat): BatchAnswer {
    const file = inputName(input);
    const milliseconds = seat.elapsed;
    if (seat.endCause === 'timeout') {
      const message = `“${file}” took longer than ${this.options.timeout / 1000} seconds.`;
      const remedy = 'Give it more time with --timeout, or leave it out.';
      return { kind: 'failure', failure: { file, code: 'document-timeout', message, remedy }, milliseconds };
    }
    const reason = seat.endCause instanceof Error ? `: ${seat.endCause.message}` : '';
    const message = `“${file}” took its worker down${reason}.`;
    const remedy = 'Please report this with the document; all others are not affected.';
    return { kind: 'failure', failure: { file, code: 'worker-crashed', message, remedy }, milliseconds };
  }
}

/** The worker is an entry of its own in the build and stands beside this file. */
function workerPath(): string {
  return fileURLToPath(new URL('./batch-worker.js', import.meta.url));
}
