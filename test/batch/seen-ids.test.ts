import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SeenIds } from '../../src/batch/seen-ids.js';
import { makeScratch } from '../support/archive.js';

const idOf = (number: number): string => createHash('sha256').update(String(number)).digest('hex');

describe('SeenIds', () => {
  const folder = makeScratch();

  it('knows what was added, through several doublings of the table', () => {
    const seen = new SeenIds(join(folder, 'ids'));
    const added = 20_000;
    for (let number = 0; number < added; number++) expect(seen.add(idOf(number))).toBe(true);
    expect(seen.size).toBe(added);
    for (let number = 0; number < added; number += 7) {
      expect(seen.has(idOf(number))).toBe(true);
      expect(seen.add(idOf(number))).toBe(false);
    }
    for (let number = added; number < added + 1000; number++) expect(seen.has(idOf(number))).toBe(false);
    seen.close();
    expect(existsSync(join(folder, 'ids'))).toBe(false);
  });

  it('lets a full page flow over into the next one', () => {
    const seen = new SeenIds(join(folder, 'crowded'));
    // the first 32 bits choose the page: all of these want the same one
    const crowded = Array.from({ length: 600 }, (_, number) => `00000000${idOf(number).slice(8)}`);
    for (const id of crowded) expect(seen.add(id)).toBe(true);
    for (const id of crowded) expect(seen.has(id)).toBe(true);
    expect(seen.has(`00000000${idOf(601).slice(8)}`)).toBe(false);
    seen.close();
  });
});
