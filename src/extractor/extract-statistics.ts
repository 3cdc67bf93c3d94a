import type { StatisticRecord } from '../report/schema.js';
import { createExtractor, type Extractor } from './extractor.js';

let standard: Extractor | null = null;

/**
 * Reads the figures of a text and nothing else: the same records as `extract(text).statistics`.
 * @param options `anchor`: ISO date that 比2024年 is read against, in place of what the text says of itself
 * @throws TifaError `bad-option` for an anchor that is no day of the calendar
 * @example extractStatistics('法院新收案件1379件，结案率69.11%。')[0].indicator?.label // 新收案件
 */
export function extractStatistics(text: string, options: { anchor?: string | null } = {}): StatisticRecord[] {
  if (options.anchor != null) return createExtractor({ ...options, only: ['statistics'] }).extract(text).statistics;
  standard ??= createExtractor({ only: ['statistics'] });
  return standard.extract(text).statistics;
}
