import type { Report } from '../report/schema.js';

/**
 * Turns reports into text, piece by piece, so that an archive needs no more memory than its largest report.
 * The pieces in order — `open()`, `write()` for each report, `close()` — are the whole output.
 */
export interface TextSink {
  open(): string;
  write(report: Report): string;
  close(): string;
}
