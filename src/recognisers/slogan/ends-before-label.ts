import type { Span } from '../../text/span.js';
import { isEtc } from './context.js';
import { COSTS } from './costs.js';
import { findWithin } from './find-within.js';
import type { Separator } from './run.js';
import type { Border } from './segment.js';

/** Where a list before its label may end, other than at the label. */
export function endsBeforeLabel(
  text: string,
  span: Span,
  separators: readonly Separator[],
  morphemes: readonly string[],
): Border[] {
  return [
    ...morphemeEnds(text, span, separators, morphemes),
    ...modifierEnds(text, span, separators),
    ...sharedEnds(text, span, separators),
  ];
}

/** …、制度自信并列为“四个自信”: members that end in the label's morpheme end there. */
function morphemeEnds(
  text: string,
  span: Span,
  separators: readonly Separator[],
  morphemes: readonly string[],
): Border[] {
  const last = separators[separators.length - 1] as Separator;
  const ends: Border[] = [];
  for (const morpheme of morphemes) {
    const at = findWithin(text, morpheme, last.end, span.end);
    const end = at + morpheme.length;
    const isCarried =
      morpheme.length > 1 &&
      separators.some((separator) => text.startsWith(morpheme, separator.start - morpheme.length));
    if (at !== -1 && isCarried && end > last.end + morpheme.length && end < span.end)
      ends.push({ at: end, cost: COSTS.endAtMorpheme, reason: morpheme });
  }
  return ends;
}

/**
 * 智能制造标准、核心支撑软件、工业互联网等(智能制造)三大基础 · 强链补链、技改扩能、数智赋能的(工业倍增)“三大工程”: what stands between 等 or 的
 * and the label belongs to the label.
 */
function modifierEnds(text: string, span: Span, separators: readonly Separator[]): Border[] {
  const last = separators[separators.length - 1] as Separator;
  const neighbour = last.start - (separators[separators.length - 2]?.end ?? span.start);
  for (let at = Math.max(last.end + 1, span.end - LONGEST_MODIFIER); at < span.end - 1; at++) {
    if (!isModifier(text.slice(at, span.end))) continue;
    if (isEtc(text, at)) return [{ at, cost: COSTS.endAtOpen, reason: '等' }];
    if (text.charAt(at) === '的' && Math.abs(at - last.end - neighbour) <= 1)
      return [{ at, cost: COSTS.endAtPossessive, reason: '的' }];
  }
  return [];
}

/** 自治、法治、德治相结合的“三治” · 不受户籍、年龄、学历限制的“三不” · 起数、死亡人数、损失连续三年“三下降”: a verb whose subjects or objects all the members are. */
function sharedEnds(text: string, span: Span, separators: readonly Separator[]): Border[] {
  const last = separators[separators.length - 1] as Separator;
  const tail = text.slice(Math.max(last.end + 1, span.end - LONGEST_SHARED), span.end).match(SHARED);
  if (tail === null) return [];
  const isCommon = !separators.some((separator) => text.startsWith(tail[0], separator.start - tail[0].length));
  return isCommon ? [{ at: span.end - tail[0].length, cost: COSTS.endAtFrame, reason: tail[0] }] : [];
}

const LONGEST_SHARED = 8;
const SHARED =
  /(?:(?:相互|有机|紧密|深度)?(?:相?(?:结合|统一|融合|衔接|协调|配套|贯通|并重|并举)|兼备|兼顾|于?一体化?)|限制|约束|制约|影响|组成|构成|为(?:主体?|核心|重点|基础|支撑|引领|特色|标志|代表)|连续[\d一二三四五六七八九十]{1,2}(?:个?季度|个?月|年)|双双|同步)的?$/;

const LONGEST_MODIFIER = 9;

function isModifier(text: string): boolean {
  return !/[\d一二三四五六七八九十两”“，]/.test(text);
}
