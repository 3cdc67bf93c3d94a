import type { DateRecord } from '../report/schema.js';
import { createExtractor } from './extractor.js';

/**
 * Reads the dates and periods of a text and nothing else: the same records as `extract(text).dates`.
 * @param options `anchor`: ISO date that 今年 and 3月5日 are read against, in place of what the text says of itself
 * @throws TifaError `bad-option` for an anchor that is no day of the calendar
 * @example extractDates('3月5日上午召开会议。', { anchor: '2021-03-16' })[0].value // 2021-03-05
 */
export function extractDates(text: string, options: { anchor?: string | null } = {}): DateRecord[] {
  return createExtractor({ ...options, only: ['dates'] }).extract(text).dates;
}
