import type { Document } from '../../document/document.js';
import type { Evidence } from './anchor.js';
import type { Scan } from './scan.js';

/** Work that a year is planned for is done in that year: 2026年重点工作, 2026年全市工作的总体要求. */
const PLANNED =
  /^(?:[^，。；、\d]{0,14}?)(?:重点工作|重点任务|主要任务|主要工作|主要目标|工作安排|工作的?总体要求|主要预期目标|发展主要目标|工作部署|工作打算|工作任务|经济社会发展的?总体要求)/;
/** 2026年是“十五五”开局之年. */
const FIXED = /^是[^，。；]{0,20}之年|^是[^，。；]{0,24}(?:第一年|关键一年|关键之年|重要一年|起步之年)/;
const REPORT_TITLE = /^[^，。；、\d]{0,16}政府工作报告/;

/**
 * The year that the text fixes as its own; null when it fixes none. A year named in passing is its own only beside
 * days without a year (4月12日…2018年经济增长预期), since figures are mostly of the year before.
 */
export function ownYear(scan: Scan, document: Document, evidence: readonly Evidence[]): number | null {
  const stated = evidence.filter((date) => isStated(scan, date)).map((date) => date.year as number);
  if (stated.length > 0) return Math.max(...stated);
  const opened = openingYear(scan, document);
  return opened ?? passingYear(evidence);
}

function isStated(scan: Scan, { expression, year, month }: Evidence): boolean {
  if (year === null || month !== null || expression.to !== null || expression.point.upTo !== null) return false;
  const behind = scan.text.slice(expression.end, expression.end + 40);
  return PLANNED.test(behind) || FIXED.test(behind) || REPORT_TITLE.test(behind);
}

/** 今年是“十四五”开局之年 is said in 2021, 今年是“十三五”收官之年 in 2020. */
function openingYear(scan: Scan, document: Document): number | null {
  for (const { start, end, entry } of scan.hits) {
    if (entry.kind !== 'plan') continue;
    const before = document.text.slice(Math.max(0, start - 12), start);
    const behind = document.text.slice(end, end + 14);
    if (!/今年[^，。；]{0,10}是[^，。；]{0,8}$/.test(before)) continue;
    if (/^”?(?:时期|规划)?(?:的)?(?:全面)?(?:实施)?的?(?:开局|起步|第一年)/.test(behind)) return entry.from;
    if (/^”?(?:时期|规划)?(?:的)?(?:全面)?(?:实施)?的?(?:收官|最后一年|决胜)/.test(behind)) return entry.to;
  }
  return null;
}

function passingYear(evidence: readonly Evidence[]): number | null {
  const hasDay = evidence.some(
    (date) => date.year === null && date.month !== null && date.day !== null && !date.isElsewhere,
  );
  if (!hasDay) return null;
  const years = evidence.filter((date) => date.year !== null && !date.isElsewhere).map((date) => date.year as number);
  return years.length === 0 ? null : Math.max(...years);
}
