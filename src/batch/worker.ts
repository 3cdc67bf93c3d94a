import { createHash } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Report } from '../report/schema.js';
import { toJsonLine } from '../sinks/jsonl.js';
import { DocumentExtractor } from './document-extractor.js';
import { readInputBytes, toFailure } from './read-input.js';
import {
  type BatchAnswer,
  type BatchConfig,
  type BatchInput,
  inputName,
  RECORD_FIELDS,
  type ReportCounts,
  type WorkerMessage,
  type WorkerRequest,
} from './task.js';

/** A worker thread: takes inputs one after the other, gives each report back as the bytes of its line of JSON. */
class BatchWorker {
  private readonly extractor: DocumentExtractor;
  private readonly encoder = new TextEncoder();
  private tellKnown: (isKnown: boolean) => void = () => {};
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly port: MessagePort,
    private readonly config: BatchConfig,
  ) {
    this.extractor = new DocumentExtractor(config);
    port.on('message', (request: WorkerRequest) => this.take(request));
    this.post({ kind: 'ready' });
  }

  private take(request: WorkerRequest): void {
    if (request.kind === 'known') this.tellKnown(request.isKnown);
    else this.work = this.work.then(() => this.run(request));
  }

  private async run({ task, input, asksFirst }: WorkerRequest & { kind: 'task' }): Promise<void> {
    const began = performance.now();
    const answer = await this.answer(input, asksFirst, began).catch((error): BatchAnswer => {
      const failure = toFailure(error, inputName(input));
      return { kind: 'failure', failure, milliseconds: performance.now() - began };
    });
    this.post({ kind: 'answer', task, answer }, answer.kind === 'report' ? [answer.line.buffer as ArrayBuffer] : []);
  }

  private async answer(input: BatchInput, asksFirst: boolean, began: number): Promise<BatchAnswer> {
    const bytes = await readInputBytes(input, this.config.fields ?? RECORD_FIELDS);
    if (asksFirst) {
      const id = createHash('sha256').update(bytes.bytes).digest('hex');
      if (await this.ask(id)) return { kind: 'known', id };
    }
    const report = await this.extractor.extract(bytes);
    // moved to the other thread, not copied
    const line = this.encoder.encode(toJsonLine(report));
    const milliseconds = performance.now() - began;
    return { kind: 'report', id: report.id, line, counts: countReport(report), milliseconds };
  }

  private ask(id: string): Promise<boolean> {
    return new Promise((resolve) => {
      this.tellKnown = resolve;
      this.post({ kind: 'ask', id });
    });
  }

  private post(message: WorkerMessage, moved: ArrayBuffer[] = []): void {
    this.port.postMessage(message, moved);
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

if (parentPort !== null) new BatchWorker(parentPort, workerData as BatchConfig);
