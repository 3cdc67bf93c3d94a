import type { StatisticMention } from '../recognisers/mentions.js';
import type { Finding } from './check.js';
import { type FigureSentence, labelOf, quote } from './figure-sentence.js';
import { meet, printedRange, show, sumRanges } from './printed-range.js';

const REST = /^(?:其他|其余|另外|余下|剩余)/;

/**
 * 其中 parts against their whole: one larger than it, or all together more than it, or with 其他 less. With `withAgreements` also
 * parts that are the whole.
 */
export function checkParts(text: string, statistics: readonly StatisticMention[], withAgreements: boolean): Finding[] {
  let parts: Map<StatisticMention, StatisticMention[]> | null = null;
  for (const figure of statistics) {
    if (figure.partOf === null || figure.statisticKind === 'percentage') continue;
    parts ??= new Map();
    const own = parts.get(figure.partOf);
    if (own === undefined) parts.set(figure.partOf, [figure]);
    else own.push(figure);
  }
  if (parts === null) return [];
  return [...parts].flatMap(([whole, own]) => {
    const larger = own.filter((part) => printedRange(text, part).low > printedRange(text, whole).high);
    return larger.length > 0
      ? larger.map((part) => exceeds(text, part, whole))
      : sumFinding(text, whole, own, withAgreements);
  });
}

function exceeds(text: string, part: StatisticMention, whole: StatisticMention): Finding {
  const message = `Part larger than its whole: ${quote(text, part)} of ${quote(text, whole)} (${show(part.value)} > ${show(whole.value)}).`;
  return { code: 'part-exceeds-whole', severity: 'warning', message, mentions: [whole, part] };
}

function sumFinding(
  text: string,
  whole: StatisticMention,
  parts: readonly StatisticMention[],
  withAgreements: boolean,
): Finding[] {
  if (parts.length < 2 || !areDisjoint(parts)) return [];
  const sum = sumRanges(parts.map((part) => printedRange(text, part)));
  const range = printedRange(text, whole);
  const isClosed = parts.some((part) => REST.test(labelOf(part)));
  if (sum.low > range.high || (isClosed && sum.high < range.low)) return [sumMessage(text, whole, parts, false)];
  return withAgreements && meet(sum, range) ? [sumMessage(text, whole, parts, true)] : [];
}

function sumMessage(
  text: string,
  whole: StatisticMention,
  parts: readonly StatisticMention[],
  agrees: boolean,
): Finding {
  const sum = parts.map((part) => show(part.value)).join(' + ');
  const total = parts.reduce((total, part) => total + part.value, 0);
  const arithmetic = `${sum} = ${show(total)}`;
  return {
    code: 'parts-sum',
    severity: agrees ? 'info' : 'warning',
    message: agrees
      ? `${arithmetic}, agrees with ${quote(text, whole)}.`
      : `Parts do not add up to their whole: ${arithmetic}, but ${quote(text, whole)}.`,
    mentions: [whole, ...parts],
  };
}

/** Parts that shut one another out: closed by 其他, named by one pattern (省部级, 地厅级), or stages of one thing (已办结, 正在核查). */
function areDisjoint(parts: readonly StatisticMention[]): boolean {
  const labels = parts.map(labelOf);
  if (new Set(labels).size !== labels.length) return false;
  if (labels.some((label) => REST.test(label))) return true;
  if (labels.every((label) => STAGE.test(label))) return true;
  const ends = new Set(labels.map((label) => label.slice(-1)));
  const isShort = labels.every((label) => label.length >= 2 && label.length <= 5);
  return ends.size === 1 && isShort && GRADED.test(labels[0] as string);
}

const STAGE = /^(?:已|正在|尚未|未|仍在|待)|(?:办结|核查|整改|完成|处理)(?:中|完毕)?$/;
const GRADED = /[级类型省市县区性]$/;

const EXPECTED = /^应(?:出席|到|到会|参会|参加)/;
const PRESENT = /^(?:实际)?(?:出席|实到|到会|参会)/;
const ABSENT = /^(?:缺席|请假|未到|未出席|因事因病请假)/;

/** 应出席代表2951人，出席2761人，缺席190人. */
export function checkAttendance({ text, figures }: FigureSentence, withAgreements: boolean): Finding[] {
  const expected = figures.find((figure) => labelOf(figure).startsWith('应') && EXPECTED.test(labelOf(figure)));
  if (expected === undefined) return [];
  const present = figures.find((figure) => PRESENT.test(labelOf(figure)));
  const absent = figures.find((figure) => ABSENT.test(labelOf(figure)));
  if (present === undefined || absent === undefined) return [];
  const sum = sumRanges([printedRange(text, present), printedRange(text, absent)]);
  const agrees = meet(sum, printedRange(text, expected));
  return agrees && !withAgreements ? [] : [sumMessage(text, expected, [present, absent], agrees)];
}
