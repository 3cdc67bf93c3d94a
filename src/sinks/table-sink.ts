import type { Report } from '../report/schema.js';

/** Takes reports and stores their rows. Nothing stands under the final name before `close` has returned. */
export interface TableSink {
  write(report: Report): void | Promise<void>;
  close(): void | Promise<void>;
  /** Gives up; what was written so far is removed. */
  discard(): void;
}
