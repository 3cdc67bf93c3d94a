import { TifaError } from '../errors.js';

/** `云河/报告.doc`, or words for bytes without a name. */
export function quoteName(name: string | null): string {
  return name === null ? 'The file' : `“${name}”`;
}

export function emptyFile(name: string | null): TifaError {
  return new TifaError(
    'file-empty',
    `${quoteName(name)} holds no text.`,
    'Check where it was saved from, or leave it out.',
  );
}

export function unsupportedFile(name: string | null, why: string, remedy: string, cause?: unknown): TifaError {
  return new TifaError('file-unsupported', `${quoteName(name)} ${why}.`, remedy, cause);
}

export function damagedFile(name: string | null, why: string, cause?: unknown): TifaError {
  return new TifaError(
    'file-damaged',
    `${quoteName(name)} ${why}.`,
    'Fetch or copy it again, or open it in its own program and save it anew.',
    cause,
  );
}

export function protectedFile(name: string | null): TifaError {
  return unsupportedFile(name, 'is protected by a password', 'Open it with the password and save it without one.');
}
