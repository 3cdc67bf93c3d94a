import { Worker } from 'node:worker_threads';
import {
  type BatchAnswer,
  type BatchInput,
  Signal,
  type WorkerAnswer,
  type WorkerMessage,
  type WorkerRequest,
  type WorkerStart,
  type WorkerTask,
} from './task.js';

/**
 * Heap of one worker. A document that needs more takes its worker down and fails; the young part is kept small, since every
 * worker has one and most of what a document leaves behind is thrown away at once.
 */
const HEAP = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 24 };

export interface Task {
  number: number;
  input: BatchInput;
  settle(answer: BatchAnswer): void;
  reject(error: Error): void;
}

/** What a seat tells the pool. */
export interface SeatEvents {
  onAnswers(seat: WorkerSeat, answers: readonly WorkerAnswer[]): void;
  onEnd(seat: WorkerSeat): void;
}

/** Why a worker was stopped or ended. */
export type EndCause = 'timeout' | 'closed' | Error | null;

/** One worker and the tasks in its hands. */
export class WorkerSeat {
  /** without an answer, in the order in which the worker takes them */
  readonly tasks = new Map<number, Task>();
  private readonly worker: Worker;
  private readonly signals = new Int32Array(new SharedArrayBuffer(8));
  private readonly free: ArrayBuffer[] = [];
  private cause: EndCause = null;
  private isBegun = false;
  /** the task that was under way when the clock last looked, and since when it has been */
  private seen = { task: 0, since: performance.now() };

  constructor(script: string, start: Omit<WorkerStart, 'signals'>, events: SeatEvents) {
    const workerData: WorkerStart = { ...start, signals: this.signals };
    this.worker = new Worker(script, { workerData, resourceLimits: HEAP });
    this.worker.on('message', (message: WorkerMessage) => {
      if (message === 'ready') this.isBegun = true;
      else events.onAnswers(this, message);
    });
    this.worker.on('error', (error) => {
      this.cause ??= error as Error;
    });
    this.worker.on('exit', () => {
      if (this.cause !== 'closed') events.onEnd(this);
    });
  }

  get endCause(): EndCause {
    return this.cause;
  }

  /** True once the worker has said that it can begin. */
  get hasBegun(): boolean {
    return this.isBegun;
  }

  /** Milliseconds that the task under way has taken, as far as the clock has seen. */
  get elapsed(): number {
    return performance.now() - this.seen.since;
  }

  give(tasks: readonly Task[]): void {
    for (const task of tasks) this.tasks.set(task.number, task);
    const pieces = this.free.splice(0);
    // inputs are copied and not moved: should the worker break, the next one gets the same ones
    const request: WorkerRequest = { tasks: tasks.map(({ number, input }): WorkerTask => ({ number, input })), pieces };
    this.worker.postMessage(request, pieces);
  }

  /** Memory that the worker's lines came in; it goes back with the next tasks. */
  giveBack(piece: ArrayBuffer): void {
    this.free.push(piece);
  }

  /** Tasks that were not begun are answered as cancelled. */
  giveUpRest(): void {
    Atomics.store(this.signals, Signal.stop, 1);
  }

  /** Looks how long the task under way has taken, and stops the worker when that is too long. */
  checkTime(timeout: number): void {
    const task = Atomics.load(this.signals, Signal.underWay);
    if (task !== this.seen.task) this.seen = { task, since: performance.now() };
    if (task === 0 || this.elapsed <= timeout || this.cause !== null) return;
    this.cause = 'timeout';
    void this.worker.terminate();
  }

  /**
   * The task that took the worker down. Answers that were not sent are lost, so their tasks stand here too; a worker that
   * breaks between two tasks is put down to the first one, so that no worker breaks for ever over the same tasks.
   */
  blamed(): Task | undefined {
    const number = this.cause === 'timeout' ? this.seen.task : Atomics.load(this.signals, Signal.underWay);
    const [first] = this.tasks.values();
    return this.tasks.get(number) ?? (this.cause === 'timeout' ? undefined : first);
  }

  async close(): Promise<void> {
    this.cause = 'closed';
    await this.worker.terminate();
    for (const task of this.tasks.values()) task.settle({ kind: 'cancelled' });
  }
}
