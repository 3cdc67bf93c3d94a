import type { Report } from '../report/schema.js';
import type { TextSink } from './sink.js';

/** JSON allows U+2028 and U+2029 in strings, but several line readers break there: Node's from version 24, JavaScript's own. */
const ESCAPED: Record<string, string> = { '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** One line of JSON, line feed included; no other line break stands in it. */
export function toJsonLine(value: unknown): string {
  const line = JSON.stringify(value);
  // two searches for one character each are many times faster than one for either
  const isPlain = !line.includes('\u2028') && !line.includes('\u2029');
  return `${isPlain ? line : line.replace(/[\u2028\u2029]/g, (mark) => ESCAPED[mark] as string)}\n`;
}

/** JSON Lines: one report per line, UTF-8. */
export function jsonlSink(): TextSink {
  return {
    open: () => '',
    write: (report: Report) => toJsonLine(report),
    close: () => '',
  };
}
