import { createHash } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Report } from '../report/schema.js';
import { toJsonText } from '../sinks/jsonl.js';
import { DocumentExtractor } from './document-extractor.js';
import { IdTable } from './id-table.js';
import { readInputBytes, toFailure } from './read-input.js';
import {
  type BatchAnswer,
  type BatchInput,
  inputName,
  RECORD_FIELDS,
  type ReportCounts,
  Signal,
  type WorkerAnswer,
  type WorkerMessage,
  type WorkerRequest,
  type WorkerStart,
  type WorkerTask,
} from './task.js';

/** Answers are sent when they are so large or so old together: every message wakes the main thread, which needs a processor. */
const SEND_BYTES = 512 * 1024;
const SEND_AFTER = 100;
/** Lines lie together in pieces of memory of this size, since each piece that changes threads costs both of them. */
const PIECE_BYTES = 768 * 1024;
const MOST_FREE = 4;
const LINE_FEED = 0x0a;

/** A worker thread: takes inputs one after the other, gives each report back as the bytes of its line of JSON. */
class BatchWorker {
  private readonly known: IdTable | null;
  private readonly outbox: Outbox;
  private work: Promise<void> = Promise.resolve();

  private constructor(
    port: MessagePort,
    private readonly start: WorkerStart,
    private readonly extractor: DocumentExtractor,
  ) {
    this.known = start.knownIds === null ? null : IdTable.open(start.knownIds);
    this.outbox = new Outbox(port);
    port.on('message', ({ tasks, pieces }: WorkerRequest) => {
      this.outbox.take(pieces);
      this.work = this.work.then(() => this.runAll(tasks));
    });
    port.postMessage('ready' satisfies WorkerMessage);
  }

  static async open(port: MessagePort, start: WorkerStart): Promise<BatchWorker> {
    return new BatchWorker(port, start, await DocumentExtractor.open(start.config));
  }

  private async runAll(tasks: WorkerRequest['tasks']): Promise<void> {
    const { signals } = this.start;
    for (const task of tasks) {
      Atomics.store(signals, Signal.underWay, task.number);
      const isStopped = Atomics.load(signals, Signal.stop) === 1;
      this.outbox.add(task.number, isStopped ? { kind: 'cancelled' } : await this.run(task));
    }
    Atomics.store(signals, Signal.underWay, 0);
    this.outbox.send();
  }

  private async run({ input }: WorkerTask): Promise<BatchAnswer> {
    const began = performance.now();
    try {
      return await this.answer(input, began);
    } catch (error) {
      const failure = toFailure(error, inputName(input));
      return { kind: 'failure', failure, milliseconds: performance.now() - began };
    }
  }

  private async answer(input: BatchInput, began: number): Promise<BatchAnswer> {
    const bytes = await readInputBytes(input, this.start.config.fields ?? RECORD_FIELDS);
    if (this.known !== null) {
      const id = createHash('sha256').update(bytes.bytes).digest('hex');
      if (this.known.has(id)) return { kind: 'known', id };
    }
    const report = await this.extractor.extract(bytes);
    const line = this.outbox.encode(toJsonText(report));
    const milliseconds = performance.now() - began;
    return { kind: 'report', id: report.id, line, counts: countReport(report), milliseconds };
  }
}

/** Answers that wait to be sent together. */
class Outbox {
  private readonly encoder = new TextEncoder();
  private answers: WorkerAnswer[] = [];
  private pieces: ArrayBuffer[] = [];
  /** pieces that came back */
  private free: ArrayBuffer[] = [];
  /** what is free of the last piece */
  private room = new Uint8Array(0);
  private bytes = 0;
  private sent = performance.now();

  constructor(private readonly port: MessagePort) {}

  /** The bytes of a line; the line feed is put behind them here, since joining strings would copy the text once more. */
  encode(json: string): Uint8Array {
    // a UTF-16 unit takes three bytes of UTF-8 at most
    const most = json.length * 3 + 1;
    if (this.room.length < most) this.addPiece(Math.max(PIECE_BYTES, most));
    const { written } = this.encoder.encodeInto(json, this.room);
    this.room[written] = LINE_FEED;
    const encoded = this.room.subarray(0, written + 1);
    this.room = this.room.subarray(written + 1);
    this.bytes += written + 1;
    return encoded;
  }

  add(task: number, answer: BatchAnswer): void {
    this.answers.push({ task, answer });
    if (this.bytes >= SEND_BYTES || performance.now() - this.sent >= SEND_AFTER) this.send();
  }

  /** Lines are moved to the other thread, not copied. */
  send(): void {
    if (this.answers.length === 0) return;
    this.port.postMessage(this.answers satisfies WorkerMessage, this.pieces);
    this.answers = [];
    this.pieces = [];
    this.room = new Uint8Array(0);
    this.bytes = 0;
    this.sent = performance.now();
  }

  take(pieces: readonly ArrayBuffer[]): void {
    for (const piece of pieces)
      if (piece.byteLength === PIECE_BYTES && this.free.length < MOST_FREE) this.free.push(piece);
  }

  private addPiece(bytes: number): void {
    const piece = (bytes === PIECE_BYTES ? this.free.pop() : undefined) ?? new ArrayBuffer(bytes);
    this.pieces.push(piece);
    this.room = new Uint8Array(piece);
  }
}

function countReport({ slogans, dates, statistics }: Report): ReportCounts {
  return {
    slogans: slogans.length,
    dates: dates.length,
    statistics: statistics.length,
    labels: slogans.map((slogan) => slogan.label),
  };
}

if (parentPort !== null) void BatchWorker.open(parentPort, workerData as WorkerStart);
