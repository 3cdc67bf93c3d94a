/** What a caller can have done wrong; stable, for programs to branch on. */
export type TifaErrorCode =
  | 'bad-option'
  | 'bad-lexicon'
  | 'file-not-found'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-unsupported'
  | 'file-damaged'
  | 'segmenter-missing'
  | 'run-locked'
  | 'run-damaged'
  | 'output-unwritable'
  | 'document-timeout'
  | 'worker-crashed'
  | 'aborted';

/**
 * The one error class. `message` says what happened to which file or option, `remedy` what to do about it.
 * Text never causes one: what cannot be read in a text becomes a diagnostic in the report.
 */
export class TifaError extends Error {
  readonly code: TifaErrorCode;
  readonly remedy: string;

  constructor(code: TifaErrorCode, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'TifaError';
    this.code = code;
    this.remedy = remedy;
  }
}

/** Checked by its fields and not by `instanceof`, so that it also holds across worker threads and two copies of the library. */
export function isTifaError(error: unknown): error is TifaError {
  return error instanceof Error && error.name === 'TifaError' && 'code' in error && 'remedy' in error;
}
