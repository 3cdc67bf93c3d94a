import { TifaError } from '../errors.js';

/** A run whose folder cannot be written: the disk is full, the place is not allowed. What was written stays good. */
export function unwritable(path: string, cause: unknown): TifaError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const reason = code === 'ENOSPC' ? 'the disk is full' : code;
  const remedy = 'Make room or check its permissions, then run the same command again: it goes on where it stopped.';
  return new TifaError('output-unwritable', `Cannot write to ${path}: ${reason}.`, remedy, cause);
}

/** Does what may fail for want of room or permission; the failure is one clear sentence about the file. */
export function writing<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw unwritable(path, error);
  }
}
