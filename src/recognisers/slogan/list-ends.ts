import { firstFrom, type Span } from '../../text/span.js';
import type { Candidate } from './candidate.js';
import { fellowsOf, isEtc, type SloganContext } from './context.js';
import { COSTS, type SeparatorKind } from './costs.js';
import { findWithin } from './find-within.js';
import { morphemesOf } from './morphemes.js';
import type { Separator } from './run.js';
import type { Border } from './segment.js';

function endCost(kind: SeparatorKind): number {
  switch (kind) {
    case 'semicolon':
      return COSTS.endAtSemicolon;
    case 'comma':
      return COSTS.endAtComma;
    case 'pause':
      return COSTS.endAtPause;
    case 'stop':
      return COSTS.endAtSentence;
    case 'quote':
      return COSTS.endAtQuote;
    default:
      return COSTS.endAtConjunction;
  }
}

/** Where the list may end: at the sentence's end, at marks, at 等, and before a label that closes the same list. */
export function endBorders(
  context: SloganContext,
  candidate: Candidate,
  span: Span,
  separators: readonly Separator[],
): Border[] {
  const { text } = context;
  const ends: Border[] = [{ at: span.end, cost: COSTS.endAtSentence, reason: 'sentence' }];
  for (const separator of separators.slice(1))
    ends.push({ at: separator.start, cost: endCost(separator.kind), reason: separator.kind });
  for (let i = span.start; i < span.end; i++)
    if (isEtc(text, i) && closesList(text, i) && !countsOthers(context, candidate, i + 1))
      ends.push({ at: i, cost: COSTS.endAtOpen, reason: '等' });
  ends.push(
    ...frameEnds(text, span, separators),
    ...equalEnds(text, span, separators),
    ...morphemeEnds(context, candidate, span, separators),
  );
  ends.push(...countedEnds(text, candidate, span));
  for (const other of fellowsOf(context, candidate)) {
    if (other.outer.start <= span.start || other === candidate) continue;
    if (other.outer.start >= span.end) break;
    if (other.declared.some((count) => candidate.declared.includes(count)))
      ends.push({ at: other.outer.start, cost: COSTS.endAtOpen, reason: 'the next label' });
  }
  return ends;
}

/** “六横”指…，包括A、B、…、F6个工程 · A、B、C三种类型: the number again, with a measure, closes the list. */
function countedEnds(text: string, candidate: Candidate, span: Span): Border[] {
  const count = candidate.declared[0] ?? 0;
  const ends: Border[] = [];
  for (const figure of [String(count), HAN_FIGURES.charAt(count)])
    for (
      let at = findWithin(text, figure, span.start, span.end);
      figure !== '' && at !== -1 && at < span.end;
      at = findWithin(text, figure, at + 1, span.end)
    )
      if (MEASURES.includes(text.charAt(at + figure.length) || '\n') && at > span.start)
        ends.push({ at, cost: COSTS.endAtOpen, reason: 'the count' });
  return ends;
}

const HAN_FIGURES = '〇一二三四五六七八九十';
const MEASURES = '个项大种类条方';

/** “四五二”布局，即A、B等四项机制，C、D等五大行动，…: the number behind 等 is another label's. */
function countsOthers(context: SloganContext, { declared }: Candidate, offset: number): boolean {
  const { numerals } = context.document;
  const numeral = numerals[firstFrom(numerals, offset)];
  return numeral?.start === offset && numeral.value !== null && !declared.includes(numeral.value);
}

/** 以“四个抓手”，即A、B和C为重点 · 形成“五个一”，即A、B的模式: what the label was governed by goes on behind the list. */
function frameEnds(text: string, span: Span, separators: readonly Separator[]): Border[] {
  const ends: Border[] = [];
  for (let i = 1; i <= separators.length; i++) {
    const [from, to] = [(separators[i - 1] as Separator).end, separators[i]?.start ?? span.end];
    const tail = text.slice(Math.max(from, to - 8), to).match(FRAME);
    if (tail !== null && !isFramed(text, separators, i))
      ends.push({ at: to - tail[0].length, cost: COSTS.endAtFrame, reason: tail[0] });
  }
  return ends;
}

/** An earlier member ends in the same way: 以…为引擎，以…为主线，以…为重点 are members whole. */
function isFramed(text: string, separators: readonly Separator[], to: number): boolean {
  return separators
    .slice(0, to)
    .some((separator) => FRAME.test(text.slice(Math.max(0, separator.start - 8), separator.start)));
}

/** 等 behind the last member, and not inside one (行业协会等社会组织). */
function closesList(text: string, offset: number): boolean {
  return /^(?:[，。；）”\n]|$|[一二三四五六七八九十两\d]|方面|内容|形式|领域|环节|工作)/.test(
    text.slice(offset + 1, offset + 4),
  );
}

/**
 * 三通，也就是通行、通信、通关(问题…) · 综合防治早预防、早干预、早诊治(工程): members of one length, and then one that goes on; what stands
 * behind it is a noun that the label is governed by, or a good deal more.
 */
export function equalEnds(text: string, span: Span, separators: readonly Separator[]): Border[] {
  const last = separators[separators.length - 1] as Separator;
  const [first, second] = separators;
  if (first === undefined || second === undefined || separators.length > 12) return [];
  const length = second.start - first.end;
  const isEven = separators.every(
    (separator, i) => i === 0 || separator.start - (separators[i - 1] as Separator).end === length,
  );
  const rest = span.end - last.end - length;
  if (!isEven || length < 2 || rest < 2 || first.start - span.start < length) return [];
  const isNoun = separators.length > 2 && TAIL_NOUN.test(text.slice(last.end + length, span.end));
  if (!isNoun && (rest <= 3 || length > 4)) return [];
  return [
    { at: last.end + length, cost: isNoun ? COSTS.endAtSentence : COSTS.endAtEqualLength, reason: 'equal length' },
  ];
}

const TAIL_NOUN = /^(?:工程|行动|活动|问题|工作|要求|原则|机制|制度|模式|计划|专项|服务|体系)/;

const FRAME =
  /(?:的(?:模式|要求|原则|目标|方针|思路|做法|格局|机制|理念|工作法|方法)|作?为(?:议题|重点|抓手|主题|目标|主线|核心|主要内容|基础|支撑|载体|引擎|主体))$/;

/** A member that is to end in the label's morpheme ends there: …制度自信|并列为…. */
function morphemeEnds(
  context: SloganContext,
  candidate: Candidate,
  span: Span,
  separators: readonly Separator[],
): Border[] {
  const { text } = context;
  const ends: Border[] = [];
  const semicolons = separators.filter((separator) => separator.kind === 'semicolon');
  if (semicolons.length >= 2) return ends;
  for (const morpheme of morphemesOf(context, candidate)) {
    const carried = separators.filter((separator) =>
      text.startsWith(morpheme, separator.start - morpheme.length),
    ).length;
    if (carried < 2 || (morpheme.length < 2 && carried < separators.length - 1)) continue;
    for (const separator of separators) {
      const at = findWithin(text, morpheme, separator.end, span.end);
      const end = at + morpheme.length;
      if (at > separator.end && at - separator.end <= 30 && end < span.end)
        ends.push({ at: end, cost: COSTS.endAtMorpheme, reason: morpheme });
    }
  }
  return ends;
}
