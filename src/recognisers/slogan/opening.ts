import { CharSet } from '../../text/char-set.js';
import type { Candidate } from './candidate.js';
import { BEHIND_LABEL } from './connectors.js';
import { findWithin } from './find-within.js';
import { isMarkedAt } from './marked-members.js';

/** Where the list behind a label begins, and by what it is announced. */
export interface Opening {
  at: number;
  form: string;
  /** the connector is a mere mark or 是: the count has to agree */
  isWeak: boolean;
  /** nothing announces the list (“三问”，问…，问…，问…): its members have to be alike as well */
  isPlain: boolean;
}

const LONGEST_TAIL = 14;
/** 经费, 一词: what may stand between a label and the connector that explains it. */
const LONGEST_NOUN = 6;

/** The connector behind a label, at most a few words after it; null when there is none. */
export function openingBehind(text: string, candidate: Candidate, limit: number): Opening | null {
  const from = candidate.outer.end;
  const furthest = Math.min(limit, from + LONGEST_TAIL);
  for (let i = from; i <= furthest; i++) {
    const mark = text.charAt(i);
    if (mark === '：' || text.startsWith('——', i)) {
      if (isForeignTail(text, from, i) || (mark !== '：' && i - from > LONGEST_NOUN)) return null;
      return {
        at: mark === '：' ? skipConnector(text, i + 1) : i + 2,
        form: mark === '：' ? '：' : '——',
        isWeak: false,
        isPlain: false,
      };
    }
    const opening = isConnectorPlace(text, from, i)
      ? connectorAt(text, mark === '，' ? i + 1 : i, i === from && mark !== '，', mark === '，')
      : null;
    if (opening !== null) return isForeignTail(text, from, i) ? null : opening;
    if (i >= text.length || CLAUSE_MARKS.has(text.charCodeAt(i))) return null;
  }
  return null;
}

const CLAUSE_MARKS = new CharSet('，；、。（\n');

/** A connector stands directly behind the label, behind a comma, or behind a short noun (“三公”经费是指). */
function isConnectorPlace(text: string, from: number, at: number): boolean {
  return at === from || text.charAt(at) === '，' || at - from <= LONGEST_NOUN;
}

/** 成效显著：, 设置了29项指标：, 执行情况：  — what stands between label and colon makes a statement of its own, or counts something else. */
function isForeignTail(text: string, start: number, end: number): boolean {
  return FOREIGN.test(text.slice(start, end));
}

const FOREIGN =
  /[\d二三四五六七八九十]|显著|明显|深入|不断|持续|已|均|全部|取得|实现|达到|开展|完成|情况|结果|进展|消息|通知|公告/;

/** ：包括…, ：一是 — a connector behind the colon belongs to it. */
function skipConnector(text: string, offset: number): number {
  const connector = BEHIND_LABEL.find((form) => form !== '是' && form !== '为' && text.startsWith(form, offset));
  return connector === undefined ? offset : skipMark(text, offset + connector.length);
}

/** Behind the connector that opens a bracket: （指…, （即：…. */
export function skipConnectorInBracket(text: string, offset: number): number {
  const form = BEHIND_LABEL.find((candidate) => text.startsWith(candidate, offset));
  return form === undefined ? offset : skipMark(text, offset + form.length);
}

function skipMark(text: string, offset: number): number {
  return '：，'.includes(text.charAt(offset) || '\n') ? offset + 1 : offset;
}

/** 即将, 指出, 是否 are other words. */
const OTHER_WORDS: Record<string, string> = {
  即: '将使可日便刻时墨席',
  指: '出示导挥标数引责定派令向明南',
  是: '否以非',
  为: '了此何期期主民进',
};
const CONNECTOR_STARTS = new CharSet(BEHIND_LABEL.map((form) => form.charAt(0)).join(''));
const WEAK = new Set(['是', '为', '分为', '则是', '则为']);

/** 以“五抓五强”为重点，…: 为 closes what 以 opened. */
const FRAME =
  /^(?:重点|主线|抓手|核心|基础|支撑|目标|载体|牵引|契机|统领|引领|指引|导向|主题|依托|突破口|着力点|切入点)/;

/**
 * @param isAttached directly behind the label, where a bare 是 will do
 * @param isBehindComma behind ，, where 指 and 是 open another clause
 */
function connectorAt(text: string, offset: number, isAttached: boolean, isBehindComma: boolean): Opening | null {
  if (!CONNECTOR_STARTS.has(text.charCodeAt(offset))) return null;
  const form = BEHIND_LABEL.find((candidate) => text.startsWith(candidate, offset));
  if (form === undefined || OTHER_WORDS[form]?.includes(text.charAt(offset + form.length) || '\n')) return null;
  if (form === '为' && FRAME.test(text.slice(offset + 1, offset + 4))) return null;
  if (!isAttached && (WEAK.has(form) || (isBehindComma && form === '指'))) return null;
  let at = skipMark(text, offset + form.length);
  const second = text.slice(at, at + 26).match(/^[^，。；、：“]{1,20}，(?:主要|具体)?包括/);
  if (form.endsWith('指') && second !== null) at += second[0].length;
  return { at, form, isWeak: WEAK.has(form), isPlain: false };
}

/** “五查五看”查思想…、查作风…  ·  “三问”，问初心…，问差距…: two clauses that begin or end alike behind the label; null when there are none. */
export function plainOpening(text: string, candidate: Candidate, limit: number): Opening | null {
  const from = candidate.outer.end;
  const comma = text.slice(from, from + LONGEST_NOUN + 1).match(/^[一-鿿]{0,6}[，。]/);
  const at = from + (comma?.[0].length ?? 0);
  if (comma !== null && isMarkedAt(text, at)) return { at, form: '，', isWeak: true, isPlain: true };
  const end = endOfClause(text, at, limit);
  const next = end === -1 ? -1 : endOfClause(text, end + 1, limit);
  if (next === -1 || end - at < 2) return null;
  if (!candidate.isQuoted || (candidate.declared[0] ?? 0) < 3 || !areAlike(text, at, end, next, limit)) return null;
  if (text.charAt(clauseStart(text, candidate.outer.start)) === text.charAt(at)) return null;
  return { at, form: comma === null ? 'nothing' : '，', isWeak: true, isPlain: true };
}

/** Two stretches begin alike, or are of one length and end alike; or the clauses that hold them begin alike (查…、治…，查…、治…). */
function areAlike(text: string, at: number, end: number, next: number, limit: number): boolean {
  if (text.charAt(at) === text.charAt(end + 1)) return true;
  if (end - at === next - end - 1 && text.charAt(end - 1) === text.charAt(next - 1)) return true;
  const comma = text.charAt(end) === '、' ? findWithin(text, '，', end, Math.min(limit, end + LONGEST_CLAUSE)) : -1;
  return comma !== -1 && comma < limit && text.charAt(at) === text.charAt(comma + 1);
}

const CLAUSE_STARTS = new CharSet('，。；：、\n');

/** 坚持“三个不变”，坚持…，坚持…: the label's own clause is one of the clauses that begin alike. */
function clauseStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < 2 * LONGEST_CLAUSE && !CLAUSE_STARTS.has(text.charCodeAt(at - 1))) at--;
  return at;
}

const LONGEST_CLAUSE = 30;

const CLAUSE_ENDS = new CharSet('，、；。');
const NO_CLAUSE = new CharSet('“”（）：—');

function endOfClause(text: string, from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + LONGEST_CLAUSE); i++) {
    const mark = text.charCodeAt(i);
    if (CLAUSE_ENDS.has(mark)) return i;
    if (NO_CLAUSE.has(mark)) return -1;
  }
  return limit - from < LONGEST_CLAUSE ? limit : -1;
}
