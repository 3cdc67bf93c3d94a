import { isTifaError, TifaError } from '../errors.js';
import { type FileBytes, readFileBytes, readPlainFile } from '../readers/read-file-bytes.js';
import { type BatchFailure, type BatchInput, inputName, type RecordFields } from './task.js';

/** A document's bytes with what came beside them. */
export interface InputBytes extends FileBytes {
  anchor: string | null;
}

/** Fetches the bytes of one input; throws TifaError. */
export async function readInputBytes(input: BatchInput, fields: RecordFields): Promise<InputBytes> {
  switch (input.kind) {
    case 'file':
      return { ...readPlainFile(input.path), anchor: null };
    case 'bytes':
      return { ...(await readFileBytes(input.bytes, input.name)), path: input.path, anchor: null };
    case 'record':
      return readRecordLine(input, fields);
    case 'failure':
      throw new TifaError(input.failure.code, input.failure.message, input.failure.remedy);
  }
}

function readRecordLine(input: BatchInput & { kind: 'record' }, fields: RecordFields): InputBytes {
  const record = decodeRecord(input.bytes, inputName(input));
  const text = readField(record, fields.text);
  if (typeof text !== 'string') throw missingText(inputName(input), fields.text);
  const id = readField(record, fields.id);
  const anchor = readField(record, fields.anchor);
  const name = typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  return {
    bytes: Buffer.from(text),
    path: `${input.path}#${name ?? input.line}`,
    name,
    anchor: typeof anchor === 'string' && anchor !== '' ? anchor : null,
  };
}

/** One line of JSON as an object. */
export function decodeRecord(bytes: Uint8Array, name: string): Record<string, unknown> {
  let record: unknown;
  try {
    record = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
  } catch (error) {
    throw new TifaError('file-damaged', `“${name}” is not JSON.`, 'Each line must be one whole JSON object.', error);
  }
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record as Record<string, unknown>;
  throw new TifaError('file-damaged', `“${name}” is no JSON object.`, 'Each line must be one whole JSON object.');
}

/** A field by its name, or by a path with dots: `page.body`. */
export function readField(record: Record<string, unknown>, field: string): unknown {
  if (Object.hasOwn(record, field)) return record[field];
  let value: unknown = record;
  for (const part of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function missingText(name: string, field: string): TifaError {
  return new TifaError(
    'file-unsupported',
    `“${name}” has no text in the field "${field}".`,
    'Name the field that holds it with --text-field.',
  );
}

/** Any error as a line of `failures.jsonl`. What is no TifaError came from a mistake of ours, met by this document alone. */
export function toFailure(error: unknown, file: string): BatchFailure {
  if (isTifaError(error)) return { file, code: error.code, message: error.message, remedy: error.remedy };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    file,
    code: 'worker-crashed',
    message: `“${file}” could not be worked through: ${reason}`,
    remedy: 'Please report this with the document; all others are not affected.',
  };
}
