import type { Report } from '../report/schema.js';
import type { TextSink } from './sink.js';

/** JSON allows U+2028 and U+2029 in strings, but several line readers break there: Node's from version 24, JavaScript's own. */
const ESCAPED: Record<string, string> = { '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** JSON in which no line break stands. */
export function toJsonText(value: unknown): string {
  const json = JSON.stringify(value);
  // two searches for one character each are many times faster than one for either
  if (!json.includes('\u2028') && !json.includes('\u2029')) return json;
  return json.replace(/[\u2028\u2029]/g, (mark) => ESCAPED[mark] as string);
}

/** The same as one line, line feed included. */
export function toJsonLine(value: unknown): string {
  return `${toJsonText(value)}\n`;
}

/** JSON Lines: one report per line, UTF-8. */
export function jsonlSink(): TextSink {
  return {
    open: () => '',
    write: (report: Report) => toJsonLine(report),
    close: () => '',
  };
}
