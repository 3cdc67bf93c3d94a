import type { Document } from '../../document/document.js';
import { indexAt } from '../../document/sentences.js';
import { CharSet } from '../../text/char-set.js';
import type { Evidence } from './evidence.js';
import type { Expression } from './expression.js';
import type { Scan } from './scan.js';

/** Work that a year is planned for is done in that year: 2026年重点工作, 2026年全市工作的总体要求. */
const PLANNED =
  /^(?:[^，。；、\d]{0,14}?)(?:重点工作|重点任务|主要任务|主要工作|主要目标|工作安排|工作的?总体要求|主要预期目标|发展主要目标|工作部署|工作打算|工作任务|经济社会发展的?总体要求)/;
/** 2026年是“十五五”开局之年. */
const FIXED = /^是[^，。；]{0,20}之年|^是[^，。；]{0,24}(?:第一年|关键一年|关键之年|重要一年|起步之年)/;
const REPORT_TITLE = /^[^，。；、\d]{0,16}政府工作报告/;
/** What these shapes do not reach over, and the characters that they begin with behind a year. */
const BORDERS = new CharSet('，。；、0123456789');
const FIRST_OF_STATED = new CharSet('重主工发经政');
const FARTHEST_STATED = 16;

/**
 * The year that the text fixes as its own; null when it fixes none. A year named in passing is its own only beside
 * days without a year (4月12日…2018年经济增长预期), since figures are mostly of the year before.
 */
export function ownYear(
  scan: Scan,
  document: Document,
  expressions: readonly Expression[],
  evidence: readonly Evidence[],
): number | null {
  const stated = statedYear(scan, evidence);
  if (stated > 0) return stated;
  const opened = openingYear(scan, document) ?? anniversaryYear(scan, expressions);
  return opened ?? passingYear(scan, document, evidence);
}

/** The latest year that is said to be the one of the work or the report; 0 for none. */
function statedYear(scan: Scan, evidence: readonly Evidence[]): number {
  let latest = 0;
  for (const date of evidence) if (date.year !== null && date.year > latest && isStated(scan, date)) latest = date.year;
  return latest;
}

/** Behind most years none of the shapes can begin. */
function mayBeStated(scan: Scan, end: number): boolean {
  if (scan.text[end] === '是') return true;
  for (let i = end; i <= end + FARTHEST_STATED && !BORDERS.has(scan.code(i)); i++)
    if (FIRST_OF_STATED.has(scan.code(i))) return true;
  return false;
}

function isStated(scan: Scan, { expression, year, month }: Evidence): boolean {
  if (year === null || month !== null || expression.to !== null || expression.point.upTo !== null) return false;
  const { end } = expression;
  if (!mayBeStated(scan, end)) return false;
  const behind = scan.text.slice(end, end + 40);
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

/** 今年是新中国成立70周年 is said in 2019. */
function anniversaryYear({ text }: Scan, expressions: readonly Expression[]): number | null {
  const found = expressions.find(
    (expression) =>
      expression.kind === 'fixed' &&
      text.startsWith('周年', expression.end - 2) &&
      /今年(?:是|正值|恰逢|适逢|时值|迎来|将?隆重?庆祝)[^，。；]{0,8}$/.test(
        text.slice(Math.max(0, expression.start - 16), expression.start),
      ),
  );
  return found?.kind === 'fixed' ? found.from.year : null;
}

/** 日前通报2020年…名单, 4月12日…2018年…预期, 今年…2021年…会议: words that say now beside a year. */
const NOW = /今年|日前|近日|今天|今日|昨天|昨日|目前|当前|\d{1,2}月\d{1,2}日/;
/** In the first months of a year figures are of the year before; only what is held or planned is of the year itself. */
const OCCASION = /^[^，。；、\d]{0,16}(?:会议|年会|论坛|座谈会|春运|春节|方案|计划|预期|安排|部署)/;

function passingYear(scan: Scan, document: Document, evidence: readonly Evidence[]): number | null {
  if (evidence.every((date) => date.year === null)) return null;
  const days = evidence.filter((date) => date.isDayOfSomeYear && !date.isElsewhere);
  if (days.length === 0) return null;
  const isEarly = days.every((date) => (date.month as number) <= 3);
  const years = evidence.filter((date) => date.year !== null && !date.isElsewhere);
  const latest = Math.max(...years.map((date) => date.year as number));
  const isOwn = years.some((date) => date.year === latest && saysNow(scan, document, date, isEarly));
  return isOwn ? latest : null;
}

function saysNow(scan: Scan, document: Document, { expression }: Evidence, isEarly: boolean): boolean {
  const sentence = document.sentences[indexAt(document.sentences, expression.start)];
  if (sentence === undefined) return false;
  const before = scan.text.slice(Math.max(sentence.start, expression.start - 200), expression.start);
  if (isEarly && !OCCASION.test(scan.text.slice(expression.end, expression.end + 24))) return false;
  return NOW.test(before) || NOW.test(scan.text.slice(expression.end, Math.min(sentence.end, expression.end + 100)));
}

/** No text is older than what it names: the last year it speaks of as past, the last congress, the new era. */
export function earliestOwnYear(scan: Scan, evidence: readonly Evidence[]): number {
  let year = 0;
  for (const date of evidence) if (date.year !== null && date.year > year && !date.isElsewhere) year = date.year;
  for (const { entry } of scan.hits) {
    if (entry.kind === 'event') year = Math.max(year, Number(entry.date.slice(0, 4)));
    else if (entry.form === '新时代') year = Math.max(year, 2017);
  }
  return year < 2017 && scan.text.includes('习近平新时代') ? 2017 : year;
}
