import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers without a clock or chance: the same archive on every machine. */
function sequence(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The text with other figures and a serial number, so that no two documents of an archive are the same. */
export function alterText(text, serial) {
  const next = sequence(serial);
  const figures = text.replace(/\d{2,3}(?=[.\d]*(?:万|亿|件|名|个|元|%|公里))/g, (digits) =>
    String(10 ** (digits.length - 1) + next(9 * 10 ** (digits.length - 1))),
  );
  return `${figures}\n（第${serial}号）\n`;
}

/** Any number of documents from a few texts. */
export function* alteredDocuments(texts, count) {
  for (let serial = 1; serial <= count; serial++) yield alterText(texts[serial % texts.length], serial);
}

/** Writes documents as files, a thousand to a folder, and returns the bytes of all. */
export function writeArchive(folder, texts, count) {
  let bytes = 0;
  let serial = 0;
  for (const text of alteredDocuments(texts, count)) {
    const part = join(folder, String(Math.floor(serial / 1000)).padStart(4, '0'));
    if (serial % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${String(serial).padStart(7, '0')}.txt`), text);
    bytes += Buffer.byteLength(text);
    serial++;
  }
  return bytes;
}
