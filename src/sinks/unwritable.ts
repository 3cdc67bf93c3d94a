import { isTifaError, TifaError } from '../errors.js';

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EFBIG: 'the file may not grow any more',
  EDQUOT: 'your share of the disk is used up',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such place',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder',
};

/** The failure to write a file or folder, in words. */
export function unwritable(path: string, cause: unknown, remedy: string): TifaError {
  const code = codeOf(cause);
  const reason = REASONS[code] ?? (code === '' ? String(cause) : code);
  return new TifaError('output-unwritable', `Cannot write to ${path}: ${reason}.`, remedy, cause);
}

/** True where a disk ran full in the middle of the work: what was typed is right. */
export function isFullDisk(error: unknown): boolean {
  return isTifaError(error) && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error.cause));
}

function codeOf(cause: unknown): string {
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? '') : '';
}
