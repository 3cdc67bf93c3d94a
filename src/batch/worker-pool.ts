import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { TifaError } from '../errors.js';
import {
  type BatchAnswer,
  type BatchConfig,
  type BatchInput,
  inputName,
  type WorkerMessage,
  type WorkerRequest,
} from './task.js';

/** Inputs that a worker holds at once: it never waits for the next one while the main thread writes. */
const DEPTH = 3;
/**
 * Heap of one worker. A document that needs more takes its worker down and fails; the young part is kept small, since every
 * worker has one and most of what a document leaves behind is thrown away at once.
 */
const HEAP = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 24 };

export interface PoolOptions {
  jobs: number;
  config: BatchConfig;
  /** milliseconds that one document may take */
  timeout: number;
  /** asked by workers, before they extract, when a run goes on; null when nothing is known yet */
  isKnown: ((id: string) => boolean) | null;
  /** file of the worker; default: the one of the build */
  script?: string;
}

interface Task {
  number: number;
  input: BatchInput;
  settle(answer: BatchAnswer): void;
  reject(error: TifaError): void;
}

interface Seat {
  worker: Worker;
  /** in the order in which the worker takes them; the first one is under way */
  tasks: Task[];
  /** when the first one was begun */
  began: number;
  isReady: boolean;
  /** why it was stopped or ended */
  cause: 'timeout' | 'closed' | Error | null;
}

/**
 * Worker threads that turn inputs into answers. A worker that crashes or runs out of time fails the document under way, is
 * replaced, and what else it held goes to the next one. Written by hand since pools answer for tasks, and here one of the
 * three tasks in a broken worker's hands is to blame and the others are not.
 */
export class WorkerPool {
  private readonly seats: Seat[] = [];
  private readonly waiting: Task[] = [];
  private readonly clock: NodeJS.Timeout;
  private tasks = 0;
  private broken: TifaError | null = null;

  constructor(private readonly options: PoolOptions) {
    this.clock = setInterval(() => this.stopRunaways(), Math.min(500, Math.max(10, options.timeout / 4)));
    this.clock.unref();
  }

  /** Resolves to what became of the input, whatever happens to workers; rejects only when workers cannot be started. */
  run(input: BatchInput): Promise<BatchAnswer> {
    return new Promise((resolve, reject) => {
      if (this.broken !== null) {
        reject(this.broken);
        return;
      }
      this.waiting.push({ number: this.tasks++, input, settle: resolve, reject });
      this.hand();
    });
  }

  /** Inputs that no worker has yet are answered as cancelled; those under way are finished. */
  cancelWaiting(): void {
    for (const task of this.waiting.splice(0)) task.settle({ kind: 'cancelled' });
  }

  async close(): Promise<void> {
    clearInterval(this.clock);
    this.cancelWaiting();
    await Promise.all(this.seats.splice(0).map((seat) => closeSeat(seat)));
  }

  private hand(): void {
    while (this.waiting.length > 0) {
      const seat = this.freeSeat();
      if (seat === null) return;
      const task = this.waiting.shift() as Task;
      if (seat.tasks.length === 0) seat.began = performance.now();
      seat.tasks.push(task);
      const asksFirst = this.options.isKnown !== null;
      this.post(seat, { kind: 'task', task: task.number, input: task.input, asksFirst });
    }
  }

  /** The worker with the least to do; a new one while there are fewer than wanted. */
  private freeSeat(): Seat | null {
    let best: Seat | null = null;
    for (const seat of this.seats) if (best === null || seat.tasks.length < best.tasks.length) best = seat;
    if ((best === null || best.tasks.length > 0) && this.seats.length < this.options.jobs) return this.openSeat();
    return best !== null && best.tasks.length < DEPTH ? best : null;
  }

  private openSeat(): Seat {
    const worker = new Worker(this.options.script ?? workerPath(), {
      workerData: this.options.config,
      resourceLimits: HEAP,
    });
    const seat: Seat = { worker, tasks: [], began: performance.now(), isReady: false, cause: null };
    worker.on('message', (message: WorkerMessage) => this.receive(seat, message));
    worker.on('error', (error) => {
      seat.cause ??= error as Error;
    });
    worker.on('exit', () => this.replace(seat));
    this.seats.push(seat);
    return seat;
  }

  private receive(seat: Seat, message: WorkerMessage): void {
    if (message.kind === 'answer') this.settle(seat, message.task, message.answer);
    else if (message.kind === 'ask')
      this.post(seat, { kind: 'known', isKnown: this.options.isKnown?.(message.id) ?? false });
    else {
      seat.isReady = true;
      seat.began = performance.now();
    }
  }

  private settle(seat: Seat, number: number, answer: BatchAnswer): void {
    seat.began = performance.now();
    const answered = seat.tasks.find((task) => task.number === number);
    seat.tasks = seat.tasks.filter((task) => task !== answered);
    answered?.settle(answer);
    this.hand();
  }

  private replace(seat: Seat): void {
    if (seat.cause === 'closed') return;
    this.seats.splice(this.seats.indexOf(seat), 1);
    if (!seat.isReady) {
      this.giveUp(seat);
      return;
    }
    const [blamed, ...others] = seat.tasks;
    this.waiting.unshift(...others);
    blamed?.settle(this.failed(blamed.input, seat));
    this.hand();
  }

  /** A worker that ends before it has begun would do so for ever. */
  private giveUp(seat: Seat): void {
    const reason = seat.cause instanceof Error ? ` (${seat.cause.message})` : '';
    const remedy = 'Install tifa again, or make room in memory, and run the same command again.';
    this.broken = new TifaError('worker-crashed', `The worker threads cannot be started${reason}.`, remedy, seat.cause);
    for (const task of [...seat.tasks, ...this.waiting.splice(0)]) task.reject(this.broken);
  }

  private failed(input: BatchInput, seat: Seat): BatchAnswer {
    const file = inputName(input);
    const milliseconds = performance.now() - seat.began;
    if (seat.cause === 'timeout') {
      const message = `“${file}” took longer than ${this.options.timeout / 1000} seconds.`;
      const remedy = 'Give it more time with --timeout, or leave it out.';
      return { kind: 'failure', failure: { file, code: 'document-timeout', message, remedy }, milliseconds };
    }
    const reason = seat.cause instanceof Error ? `: ${seat.cause.message}` : '';
    const message = `“${file}” took its worker down${reason}.`;
    const remedy = 'Please report this with the document; all others are not affected.';
    return { kind: 'failure', failure: { file, code: 'worker-crashed', message, remedy }, milliseconds };
  }

  private stopRunaways(): void {
    const now = performance.now();
    for (const seat of this.seats) {
      const isLate = seat.isReady && seat.tasks.length > 0 && now - seat.began > this.options.timeout;
      if (!isLate || seat.cause !== null) continue;
      seat.cause = 'timeout';
      void seat.worker.terminate();
    }
  }

  private post(seat: Seat, request: WorkerRequest): void {
    // copied and not moved: should the worker break, the next one gets the same input
    seat.worker.postMessage(request);
  }
}

async function closeSeat(seat: Seat): Promise<void> {
  seat.cause = 'closed';
  await seat.worker.terminate();
  for (const task of seat.tasks.splice(0)) task.settle({ kind: 'cancelled' });
}

/** The worker is an entry of its own in the build and stands beside this file. */
function workerPath(): string {
  return fileURLToPath(new URL('./batch-worker.js', import.meta.url));
}
