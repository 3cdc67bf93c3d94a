import type { StatisticMention } from '../recognisers/mentions.js';
import type { Finding } from './check.js';
import { between, clauseBefore, type FigureSentence, labelOf, quote } from './figure-sentence.js';
import { divideRanges, meet, printedRange, type Range, scaleRange, show, sumRanges } from './printed-range.js';

/** What a rate is the quotient of. */
interface Quotient {
  above: StatisticMention;
  below: StatisticMention[];
}

/** A rate against the figures beside it: 结案1000件, 新收1379件, 旧存68件, 结案率69.11%; 其中2900户、占85.7%. */
export function checkRates(sentence: FigureSentence, withAgreements: boolean): Finding[] {
  const findings: Finding[] = [];
  for (let i = 0; i < sentence.figures.length; i++) {
    const rate = sentence.figures[i] as StatisticMention;
    if (rate.statisticKind !== 'percentage' || rate.unit !== '%') continue;
    const quotient = shareQuotient(sentence, i) ?? rateQuotient(sentence, rate);
    if (quotient !== null) findings.push(...compare(sentence.text, rate, quotient, withAgreements));
  }
  return findings;
}

function compare(text: string, rate: StatisticMention, { above, below }: Quotient, withAgreements: boolean): Finding[] {
  const denominator: Range = sumRanges(below.map((figure) => printedRange(text, figure)));
  const result = scaleRange(divideRanges(printedRange(text, above), denominator), 100);
  const agrees = meet(result, printedRange(text, rate));
  if (agrees && !withAgreements) return [];
  const total = below.reduce((sum, figure) => sum + figure.value, 0);
  const shown = below.length > 1 ? `(${below.map((figure) => show(figure.value)).join(' + ')})` : show(total);
  const arithmetic = `${show(above.value)} ÷ ${shown} = ${Number(((100 * above.value) / total).toFixed(2))} %`;
  const message = agrees
    ? `${arithmetic}, agrees with ${quote(text, rate)}.`
    : `${arithmetic}, but the text says ${quote(text, rate)}.`;
  return [{ code: 'rate', severity: agrees ? 'info' : 'warning', message, mentions: [above, ...below, rate] }];
}

const SHARE = /^[，、（(]?\s?占(?:比|总数的?|全部的?|其|总量的?)?(?:的|的比重|的比例)?(?:为|达|达到|约|近|超|超过)?$/;

/** 其中民营企业2900户、占85.7%: the share of the figure right before in the whole that it is part of. */
function shareQuotient({ text, figures }: FigureSentence, i: number): Quotient | null {
  const [part, rate] = [figures[i - 1], figures[i] as StatisticMention];
  if (part?.partOf == null || part.statisticKind === 'change' || !SHARE.test(between(text, part, rate))) return null;
  return { above: part, below: [part.partOf] };
}

const STEM = /([\u4e00-\u9fff]{2})率$/;
const NEW = /新收|新受理/;
const OLD = /旧存|上年存|结存|积存/;
const TOTAL = /受理|收到|接到|交办|应当?|共有|总|排查|梳理|反馈|登记|立(?:案|现行|命案|刑事)/;

/** 结案率 is 结案 over what came in: 新收 and 旧存, or 受理, or the one other count of the sentence that 结案 is taken from. */
function rateQuotient({ text, figures }: FigureSentence, rate: StatisticMention): Quotient | null {
  const label = labelOf(rate);
  const stem = label.endsWith('率') ? STEM.exec(label)?.[1] : undefined;
  if (stem === undefined) return null;
  const counts = figures.filter((figure) => figure.statisticKind === 'count' && figure.partOf === null);
  const above = figures.find((figure) => figure.statisticKind === 'count' && isDone(labelOf(figure), stem));
  if (above === undefined) return null;
  const others = counts.filter((figure) => figure !== above && figure.unit === above.unit);
  const incoming = [
    others.find((figure) => NEW.test(labelOf(figure))),
    others.find((figure) => OLD.test(labelOf(figure))),
  ];
  if (incoming[0] !== undefined && incoming[1] !== undefined) return { above, below: incoming as StatisticMention[] };
  if (above.partOf !== null) return { above, below: [above.partOf] };
  const totals = others.filter((figure) => TOTAL.test(clauseBefore(text, figure)));
  return totals.length === 1 && others.length === 1 ? { above, below: totals } : null;
}

/** 已办结 and 办结案件 are what 办结率 counts; 未办结 and 应接种 are not. */
function isDone(label: string, stem: string): boolean {
  return label.includes(stem) && !label.endsWith('率') && !/[未不应]/.test(label.slice(0, label.indexOf(stem)));
}
