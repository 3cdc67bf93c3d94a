import type { Span } from '../../text/span.js';
import { evenLengthBehind, innerBorders, isInsideVerb } from './borders.js';
import { BEHIND_LABEL } from './connectors.js';
import { type Candidate, countsOf } from './candidate.js';
import { closingMark, fellowsOf, isEtc, paragraphOf, sentenceOf, type SloganContext } from './context.js';
import { COSTS } from './costs.js';
import { morphemesOf } from './morphemes.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators, type Separator } from './run.js';
import { type Border, segmentRun } from './segment.js';

interface Opening {
  at: number;
  form: string;
  /** the connector is a mere mark or 是: the count has to agree */
  isWeak: boolean;
}

const LONGEST_TAIL = 14;


/** The list behind its name: “四个统一”，就是要…；…；…  ·  五个坚持：坚持…、坚持…  ·  三个方面下功夫：…、…. */
export function proposeFollowing(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const opening = openingBehind(text, candidate, sentenceOf(context, candidate).end);
  if (opening === null || sharesOpening(context, candidate) || explainsParts(text, candidate, opening.at)) return null;
  return proposeFrom(context, candidate, opening);
}

/** “两高三强”：两高指…，三强指…: a compound whose parts are explained one by one has no list of its own. */
function explainsParts(text: string, candidate: Candidate, at: number): boolean {
  if (candidate.numerals.length < 2) return false;
  const start = '“‘'.includes(text.charAt(at)) ? at + 1 : at;
  const first = text.slice(candidate.start, candidate.start + 2);
  return text.startsWith(first, start) && /^[^，。；]{0,8}(?:指|是|为|即|就是|：)/.test(text.slice(start + 2, start + 14));
}

/** “四个坚持”和“四个共同”，即…: two labels of one list; each takes the clauses with its own morpheme. */
function sharesOpening(context: SloganContext, candidate: Candidate): boolean {
  return fellowsOf(context, candidate).some((other) => other !== candidate && /^(?:和|与|及|、)$/.test(between(context.text, other, candidate)));
}

function between(text: string, a: Candidate, b: Candidate): string {
  const [first, second] = a.outer.start < b.outer.start ? [a, b] : [b, a];
  return text.slice(first.outer.end, second.outer.start);
}

function proposeFrom(context: SloganContext, candidate: Candidate, opening: Opening): Proposal | null {
  const { text } = context;
  const paragraph = paragraphOf(context, candidate);
  const morphemes = morphemesOf(context, candidate);
  const limit = Math.min(paragraph.end, opening.at + LONGEST_RUN);
  const stop = stopIn(text, opening.at, limit);
  const whole = quotedWhole(context, opening.at, stop);
  const span: Span = whole ?? { start: opening.at, end: stop };
  const separators = readSeparators(text, span).slice(0, 40);
  if (separators.length === 0) return null;
  const starts: Border[] = [{ at: span.start, cost: 0, reason: opening.form }];
  starts.push(...leadEnds(text, span, separators, morphemes));
  const ends = whole === null ? endBorders(context, candidate, span, separators) : [{ at: span.end, cost: 0, reason: 'quotation mark' }];
  const found = segmentRun({ text, separators, starts, ends, declared: countsOf(candidate), isOpen: false, morphemes, knownMembers: candidate.knownMembers });
  if (found === null) return null;
  const reasons = [`behind ${opening.form}`, `level ${found.level}`, `ends at ${found.end}`];
  if (found.hasMorpheme) reasons.push('members carry the morpheme of the head');
  const isCounted = found.declared === found.members.length;
  const isUnproven = opening.isWeak && !isCounted && !found.hasMorpheme;
  const cost = found.cost + (isUnproven ? 1 : 0) - (isCounted && !opening.isWeak ? COSTS.announced : 0);
  return { how: 'following', items: found.members, declared: found.declared, cost, reasons, enumeration: null };
}

/** The connector behind a label, at most a few words after it; null when there is none. */
function openingBehind(text: string, candidate: Candidate, limit: number): Opening | null {
  let at = candidate.outer.end;
  const furthest = Math.min(limit, at + LONGEST_TAIL);
  for (let i = at; i <= furthest; i++) {
    const mark = text.charAt(i);
    if (i > candidate.outer.end && isForeignTail(text, candidate.outer.end, i)) return null;
    if (mark === '：') return { at: skipConnector(text, i + 1), form: '：', isWeak: false };
    if (text.startsWith('——', i)) return { at: i + 2, form: '——', isWeak: false };
    if (mark === '，' || i === candidate.outer.end) {
      const opening = connectorAt(text, mark === '，' ? i + 1 : i, mark !== '，');
      if (opening !== null) return opening;
    }
    if (mark === '，' || mark === '；' || mark === '、' || mark === '。' || mark === '（' || mark === '\n') return null;
    at = i;
  }
  return null;
}

/** 成效显著：, 设置了29项指标：  — what stands between label and colon makes a statement of its own, or counts something else. */
function isForeignTail(text: string, start: number, end: number): boolean {
  return /[\d一二三四五六七八九十]|显著|明显|深入|不断|持续|已|均|全部|取得|实现|达到|开展|完成/.test(text.slice(start, end));
}

/** ：包括…, ：一是 — a connector behind the colon belongs to it. */
function skipConnector(text: string, offset: number): number {
  const connector = BEHIND_LABEL.find((form) => form !== '是' && form !== '为' && text.startsWith(form, offset));
  return connector === undefined ? offset : skipMark(text, offset + connector.length);
}

function skipMark(text: string, offset: number): number {
  return '：，'.includes(text.charAt(offset) || '\n') ? offset + 1 : offset;
}

function connectorAt(text: string, offset: number, isAttached: boolean): Opening | null {
  const form = BEHIND_LABEL.find((candidate) => text.startsWith(candidate, offset));
  if (form === undefined) return null;
  if (!isAttached && (form === '是' || form === '为' || form === '指')) return null;
  let at = skipMark(text, offset + form.length);
  const second = text.slice(at, at + 26).match(/^[^，。；、：“]{1,20}，(?:主要|具体)?包括/);
  if (form.endsWith('指') && second !== null) at += second[0].length;
  return { at, form, isWeak: form === '是' || form === '为' || form === '分为' };
}

/** End of the sentence that the list stands in; a stop inside quotation marks or brackets does not end it. */
function stopIn(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const mark = text.charAt(i);
    if (mark === '。' || mark === '！' || mark === '？') return i;
    if (mark === '“' || mark === '（') i = Math.max(i, closingMark(text, i, limit));
    if (mark === '）') return i;
  }
  return limit;
}

function quotedWhole(context: SloganContext, at: number, stop: number): Span | null {
  const quote = context.quotesByStart.get(at);
  if (quote === undefined || quote.end > stop + 1 || readSeparators(context.text, quote.inner).length === 0) return null;
  return '、和与“'.includes(context.text.charAt(quote.end) || '\n') ? null : quote.inner;
}

/** 八个优势是指发挥…: a governing word before the first member, when it governs all. */
function leadEnds(text: string, span: Span, separators: readonly Separator[], morphemes: readonly string[]): Border[] {
  const first = separators[0] as Separator;
  const borders: Border[] = [];
  const even = evenLengthBehind(separators, span, 0);
  if (even > 0 && even < first.start - span.start && !isInsideVerb(text, first.start - even, span.start)) borders.push({ at: first.start - even, cost: COSTS.startByEqualLength, reason: 'as long as the next' });
  innerBorders(text, { start: span.start, end: first.start }, text.slice(first.end, first.end + 2), morphemes, borders);
  return borders.filter((border) => border.at > span.start && !border.reason.startsWith('behind')).sort((a, b) => a.at - b.at);
}

const END_COSTS = { semicolon: COSTS.endAtSemicolon, comma: COSTS.endAtComma, pause: COSTS.endAtPause, stop: COSTS.endAtSentence, and: 3, also: 3, quote: 1.5 } as const;

/** Where the list may end: at the sentence's end, at marks, at 等, and before a label that closes the same list. */
function endBorders(context: SloganContext, candidate: Candidate, span: Span, separators: readonly Separator[]): Border[] {
  const { text } = context;
  const ends: Border[] = [{ at: span.end, cost: COSTS.endAtSentence, reason: 'sentence' }];
  for (const separator of separators.slice(1)) ends.push({ at: separator.start, cost: END_COSTS[separator.kind], reason: separator.kind });
  for (let i = span.start; i < span.end; i++) if (isEtc(text, i) && closesList(text, i)) ends.push({ at: i, cost: COSTS.endAtOpen, reason: '等' });
  ends.push(...frameEnds(text, span, separators), ...equalEnds(span, separators), ...morphemeEnds(context, candidate, span, separators));
  for (const other of fellowsOf(context, candidate)) {
    if (other.outer.start <= span.start || other === candidate) continue;
    if (other.outer.start >= span.end) break;
    if (other.declared.some((count) => candidate.declared.includes(count))) ends.push({ at: other.outer.start, cost: COSTS.endAtOpen, reason: 'the next label' });
  }
  return ends;
}

/** 以“四个抓手”，即A、B和C为重点 · 形成“五个一”，即A、B的模式: what the label was governed by goes on behind the list. */
function frameEnds(text: string, span: Span, separators: readonly Separator[]): Border[] {
  const ends: Border[] = [];
  for (let i = 1; i <= separators.length; i++) {
    const [from, to] = [(separators[i - 1] as Separator).end, separators[i]?.start ?? span.end];
    const tail = text.slice(Math.max(from, to - 8), to).match(FRAME);
    if (tail !== null && !isFramed(text, separators, i)) ends.push({ at: to - tail[0].length, cost: COSTS.endAtFrame, reason: tail[0] });
  }
  return ends;
}

/** An earlier member ends in the same way: 以…为引擎，以…为主线，以…为重点 are members whole. */
function isFramed(text: string, separators: readonly Separator[], to: number): boolean {
  return separators.slice(0, to).some((separator) => FRAME.test(text.slice(Math.max(0, separator.start - 8), separator.start)));
}

/** 等 behind the last member, and not inside one (行业协会等社会组织). */
function closesList(text: string, offset: number): boolean {
  return /^(?:[，。；）”\n]|$|[一二三四五六七八九十两\d]|方面|内容|形式|领域|环节|工作)/.test(text.slice(offset + 1, offset + 4));
}

/** 三通，也就是通行、通信、通关(问题…): members of one length, and then one that goes on. */
function equalEnds(span: Span, separators: readonly Separator[]): Border[] {
  const last = separators[separators.length - 1] as Separator;
  const [first, second] = separators;
  if (first === undefined || second === undefined || separators.length > 12) return [];
  const length = first.start - span.start;
  const isEven = separators.every((separator, i) => i === 0 || separator.start - (separators[i - 1] as Separator).end === length);
  return isEven && length >= 2 && length <= 4 && span.end - last.end > length + 3 ? [{ at: last.end + length, cost: COSTS.endAtEqualLength, reason: 'equal length' }] : [];
}

const FRAME = /(?:的(?:模式|要求|原则|目标|方针|思路|做法|格局|机制|理念|工作法|方法)|作?为(?:议题|重点|抓手|主题|目标|主线|核心|主要内容|基础|支撑|载体|引擎|主体))$/;

/** A member that is to end in the label's morpheme ends there: …制度自信|并列为…. */
function morphemeEnds(context: SloganContext, candidate: Candidate, span: Span, separators: readonly Separator[]): Border[] {
  const { text } = context;
  const ends: Border[] = [];
  for (const morpheme of morphemesOf(context, candidate)) {
    const carried = separators.filter((separator) => text.startsWith(morpheme, separator.start - morpheme.length)).length;
    if (carried < 2 || (morpheme.length < 2 && carried < separators.length - 1)) continue;
    for (const separator of separators) {
      const at = text.indexOf(morpheme, separator.end);
      const end = at + morpheme.length;
      if (at > separator.end && at - separator.end <= 30 && end < span.end) ends.push({ at: end, cost: COSTS.endAtMorpheme, reason: morpheme });
    }
  }
  return ends;
}

/** The list in brackets behind its name: “六大顽瘴痼疾”（违反…；违规…；…）. */
export function proposeParenthesis(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const open = candidate.outer.end;
  if (text.charAt(open) !== '（') return null;
  const close = closingMark(text, open, Math.min(text.length, open + LONGEST_RUN));
  if (close === -1) return null;
  const start = skipConnectorIn(text, open + 1);
  const span = { start, end: close };
  const separators = readSeparators(text, span).slice(0, 40);
  if (separators.length === 0) return null;
  const ends: Border[] = [{ at: close, cost: 0, reason: 'bracket' }];
  for (let i = start; i < close; i++) if (isEtc(text, i)) ends.push({ at: i, cost: 0, reason: '等' });
  const found = segmentRun({ text, separators, starts: [{ at: start, cost: 0, reason: 'bracket' }], ends, declared: countsOf(candidate), isOpen: false, morphemes: morphemesOf(context, candidate), knownMembers: candidate.knownMembers });
  if (found === null) return null;
  return { how: 'parenthesis', items: found.members, declared: found.declared, cost: found.cost, reasons: ['in brackets', `level ${found.level}`], enumeration: null };
}

function skipConnectorIn(text: string, offset: number): number {
  const form = BEHIND_LABEL.find((candidate) => text.startsWith(candidate, offset));
  return form === undefined ? offset : skipMark(text, offset + form.length);
}
