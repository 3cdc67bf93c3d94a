import { isTifaError } from '../errors.js';
import { isFullDisk } from '../sinks/unwritable.js';

/** One clear sentence for people, and what to do. Everything that is no result goes to standard error. */
export function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** What went wrong, as one line: `tifa: notes.txt is empty. Check the file.` */
export function explainError(error: unknown): string {
  if (isTifaError(error)) return `tifa: ${error.message} ${error.remedy}`;
  const reason = error instanceof Error ? error.message : String(error);
  return `tifa: unexpected failure: ${reason} Please report this with the text that caused it.`;
}

/** Mistakes in what was typed, as opposed to documents that could not be read and disks that ran full. */
export function isUsageError(error: unknown): boolean {
  if (!isTifaError(error) || isFullDisk(error)) return false;
  return ['bad-option', 'bad-lexicon', 'output-unwritable'].includes(error.code);
}
