import type { TifaError } from '../errors.js';
import { unwritable } from '../sinks/unwritable.js';

/** What was written stays good. */
const REMEDY = 'Make room or check its permissions, then run the same command again: it goes on where it stopped.';

/** A run whose folder cannot be written: the disk is full, the place is not allowed. */
export function unwritableRun(path: string, cause: unknown): TifaError {
  return unwritable(path, cause, REMEDY);
}

/** Does what may fail for want of room or permission; the failure is one clear sentence about the file. */
export function writing<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw unwritableRun(path, error);
  }
}
