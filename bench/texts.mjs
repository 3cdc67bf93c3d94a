import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every .txt below a folder, in order of names. */
export function readTexts(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => readFileSync(path, 'utf8'));
}

export function lengthOf(texts) {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export function timeOf(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}
