import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { writeArchive } from '../../bench/archive-documents.mjs';

const DOCUMENTS = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url));

/** Batches start threads from the build; `npm test` makes it first. */
export const DIST = process.env.TIFA_DIST ?? fileURLToPath(new URL('../../dist/', import.meta.url));
export const CLI = join(DIST, 'cli/tifa.js');

/** Texts of the fixtures' documents. */
export function fixtureTexts(): string[] {
  return readdirSync(DOCUMENTS)
    .sort()
    .map((name) => readFileSync(join(DOCUMENTS, name, 'source.txt'), 'utf8'));
}

/** Writes so many documents, no two the same. */
export function makeArchive(folder: string, count: number): void {
  writeArchive(folder, fixtureTexts(), count);
}

/** A folder for the tests of one file, removed after them. */
export function makeScratch(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-batch-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Lines of a JSON Lines file as objects; no lines when there is no file. */
export function readJsonLines<T>(path: string): T[] {
  const text = readFileSync(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** A file of an archive by its serial number, as `writeArchive` names it. */
export function archiveFile(folder: string, serial: number): string {
  const part = String(Math.floor(serial / 1000)).padStart(4, '0');
  return join(folder, part, `${String(serial).padStart(7, '0')}.txt`);
}
