import type { Span } from '../../text/span.js';
import { COSTS } from './costs.js';
import { isOnlyGoverning } from './governing.js';
import type { Link } from './label-link.js';
import type { Separator } from './run.js';
import { sloganWords } from './words.js';

const [COMMA, PAUSE, SEMICOLON] = ['，', '、', '；'].map((mark) => mark.charCodeAt(0));

/** ，做到“四个到位”: a clause that is nothing but a verb before the label. Asked first, since most labels stand so. */
export function isGoverned(text: string, from: number, end: number): boolean {
  for (let at = end - 1; at >= from && at >= end - LONGEST_VERB; at--) {
    const mark = text.charCodeAt(at);
    if (mark !== COMMA && mark !== PAUSE && mark !== SEMICOLON) continue;
    if (mark === PAUSE && (end - at > 4 || isAsLongAsBefore(text, from, at, end - at - 1))) return false;
    return isOnlyGoverning(text, { start: at + 1, end });
  }
  return false;
}

const LONGEST_VERB = 9;

/** 审批、服务、监管三个环节: a verb as long as its neighbour is a member. */
function isAsLongAsBefore(text: string, from: number, pause: number, length: number): boolean {
  const before = text.charCodeAt(pause - length - 1);
  const isMark = pause - length - 1 >= from && (before === COMMA || before === PAUSE);
  return isMark || (pause - length * 2 - 1 >= from && length > 1 && text.lastIndexOf('、', pause - 1) < from);
}

/** 做到“四个到位”, ，扎实推进“三个环节”: what stands before the label governs it and is no member; 总结提升 beside 查纠整改 is one. */
export function endsInVerb(text: string, span: Span, separators: readonly Separator[]): boolean {
  const last = separators[separators.length - 1] as Separator;
  if (!isOnlyGoverning(text, { start: last.end, end: span.end })) return false;
  const before = separators[separators.length - 2]?.end ?? last.start - (span.end - last.end) - 1;
  const isLike =
    last.kind === 'pause' &&
    (last.start - before === span.end - last.end || isNounChain(text, { start: last.end, end: span.end }));
  return !isLike;
}

/** 创新驱动发展: nothing but verbs that stand as nouns as well, more than one. */
function isNounChain(text: string, { start, end }: Span): boolean {
  const { governing, nominal } = sloganWords();
  let at = start;
  let words = 0;
  while (at < end && governing.longestAt(text, at, end) !== -1) {
    if (!nominal.has(text.slice(at, at + governing.matchLength))) return false;
    at += governing.matchLength;
    words++;
  }
  return at === end && words > 1;
}

/** “嫦娥”面临两大挑战: a verb directly before the label is likelier to govern it than to end a member. */
export function governedCost(text: string, span: Span, separators: readonly Separator[], link: Link): number {
  if (link.form !== '') return 0;
  if ('是为叫成'.includes(text.charAt(span.end - 1))) return COSTS.endsInGoverning;
  if (LASTING.test(text.slice(Math.max(span.start, span.end - LONGEST_LASTING), span.end)))
    return COSTS.endsInGoverning;
  const last = separators[separators.length - 1] as Separator;
  if (isNounChain(text, { start: last.end, end: span.end })) return 0;
  if (isPredicate(text, span, separators)) return COSTS.endsInGoverning;
  const verb = verbBefore(text, span.end);
  if (verb === 0) return 0;
  const before = separators[separators.length - 2]?.end ?? span.start;
  const isOfOneLength = last.kind !== 'comma' && last.start - before === span.end - last.end;
  return isOfOneLength || verbBefore(text, last.start) > 0 ? 0 : COSTS.endsInGoverning;
}

/** 起数、死亡人数、损失连续三年“三下降”: for how long is said of the label. */
const LASTING = /连续[\d一二三四五六七八九十]{1,2}(?:个?季度|个?月|年)$/;
const LONGEST_LASTING = 7;

/** Length of the verb that ends at `offset`, 0 when none does. 生态文明建设 ends in a noun. */
function verbBefore(text: string, offset: number): number {
  for (let length = 4; length >= 2; length--) {
    const span = { start: offset - length, end: offset };
    if (isOnlyGoverning(text, span)) return sloganWords().nominal.has(text.slice(span.start, offset)) ? 0 : length;
  }
  return 0;
}

const ADVERBS = ['都', '均', '正在', '已', '应', '要', '共同', '联合', '一起', '纷纷', '相继', '先后', '一道'];

/** 党员、干部、群众都要争当“三员”  ·  青岭区、石桥县、白塔镇推广“三长制”: the last stretch goes on where its neighbour has ended. */
function isPredicate(text: string, span: Span, separators: readonly Separator[]): boolean {
  const last = separators[separators.length - 1] as Separator;
  const before = Math.max(span.start, separators[separators.length - 2]?.end ?? 0);
  const [neighbour, stretch] = [text.slice(before, last.start), text.slice(last.end, span.end)];
  if (ADVERBS.some((adverb) => stretch.indexOf(adverb) > 0 && !neighbour.includes(adverb))) return true;
  const rest = stretch.length - neighbour.length;
  const third = separators[separators.length - 2]?.start ?? 0;
  const length = third - Math.max(span.start, separators[separators.length - 3]?.end ?? 0);
  const arePlaces = PLACE.test(neighbour) && PLACE.test(stretch.slice(0, neighbour.length));
  const isLike =
    arePlaces ||
    length === neighbour.length ||
    neighbour.slice(-1) === stretch.slice(neighbour.length - 1, neighbour.length);
  return (
    neighbour.length > 2 &&
    rest >= 2 &&
    rest <= 4 &&
    isLike &&
    isOnlyGoverning(text, { start: span.end - rest, end: span.end })
  );
}

const PLACE = /[省市区县镇乡村]$/;
