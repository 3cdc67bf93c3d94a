import type { Numeral } from '../../language/numerals.js';
import { CharClass, charClasses } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
import { LARGEST_DECLARED, type Label } from './label.js';
import { CLASSIFIERS, CONCRETE, sloganWords } from './words.js';

const LONGEST_MODIFIER = 6;
/** 第三个方面, 近三个月. */
const NOT_BEFORE = new CharSet('第每近约超逾达');
const POINT = '.'.charCodeAt(0);

/**
 * An unquoted formulation behind a numeral: classifier and an abstract head, with at most a few words between:
 * 四项重点任务, 三大先导产业(规模), 六个方面工作. null where a thing is counted.
 */
export function unquotedLabel(text: string, numeral: Numeral, limit: number): Label | null {
  const { value } = numeral;
  if (value === null || value < 2 || value > LARGEST_DECLARED || !Number.isInteger(value) || numeral.approximate)
    return null;
  if (numeral.form !== 'han' && numeral.form !== 'digits') return null;
  const before = text.charCodeAt(numeral.start - 1);
  if (NOT_BEFORE.has(before) || (before === POINT && numeral.form === 'digits')) return null;
  const first = text.charAt(numeral.end);
  const isAspect = text.startsWith('方面', numeral.end);
  if (!isAspect && !CLASSIFIERS.has(text.charCodeAt(numeral.end))) return announcedLabel(text, numeral, value);
  const start = numeral.end + (isAspect ? 0 : 1);
  if (first === '点' && POINTS.test(text.slice(start, start + 4))) return pointsLabel(numeral, value);
  const known = headEnd(text, start, limit);
  const end = known === -1 ? explainedEnd(text, start, limit) : known;
  if (end === -1 || (first === '大' && value > 12)) return null;
  if ((numeral.form === 'digits' || !'大项种类'.includes(first)) && isConcreteHead(text, start, end, numeral.form))
    return null;
  return {
    start: numeral.start,
    end,
    numerals: [value],
    declared: [value],
    classifier: isAspect ? null : first,
    head: { start, end },
  };
}

/** 强调三点。一是…: points need no noun where they are told off behind a mark. */
const POINTS = /^[：。，]\n?(?:一[是要]|第一|首先|其一)/;

function pointsLabel({ start, end }: Numeral, value: number): Label {
  return {
    start,
    end: end + 1,
    numerals: [value],
    declared: [value],
    classifier: null,
    head: { start: end, end: end + 1 },
  };
}

/** 方 of 方面. */
const SQUARE = '方'.charCodeAt(0);

/** One look at what follows a numeral: false for nearly all, which count no set. */
export function mayOpenLabel(text: string, { end, value }: Numeral): boolean {
  if (value === null || value < 2 || value > LARGEST_DECLARED) return false;
  const first = text.charCodeAt(end);
  return CLASSIFIERS.has(first) || first === SQUARE || isColonNear(text, end);
}

/** 三关：, 四防： — a noun of one or two characters and a colon. */
function isColonNear(text: string, end: number): boolean {
  return text.charAt(end + 1) === '：' || text.charAt(end + 2) === '：';
}

/** 把好三关：首先…，其次…: a noun without a measure word, where what it counts is numbered behind a colon. */
function announcedLabel(text: string, numeral: Numeral, value: number): Label | null {
  if (!isColonNear(text, numeral.end)) return null;
  const noun = text
    .slice(numeral.end, numeral.end + 8)
    .match(/^[一-鿿]{1,2}(?=：(?:首先|一是|一要|第一|其一|即|包括))/);
  if (noun === null || CONCRETE.has(noun[0].charCodeAt(0))) return null;
  const head = { start: numeral.end, end: numeral.end + noun[0].length };
  return { start: numeral.start, end: head.end, numerals: [value], declared: [value], classifier: null, head };
}

/** 划分为A、B、C三大流域，: behind 大 any noun that a mark ends;
 * 五项社会保险：包括…, 四个优先。1.优先保障用地…: what is explained behind a colon, or taken up again, is a head, known or not; -1 when none is. */
function explainedEnd(text: string, start: number, limit: number): number {
  const listed =
    text.charAt(start - 1) === '大' ? text.slice(start, start + 5).match(/^[一-鿿]{2,4}(?=[，。；：、）])/) : null;
  if (listed !== null) return start + listed[0].length;
  if (!stopsSoon(text, start)) return -1;
  const tail = text
    .slice(start, Math.min(limit, start + 14))
    .match(/^[一-鿿]{2,8}(?=：(?:包括|是指|指|即|分别|[^。；]{2,12}、))/);
  if (tail !== null) return start + tail[0].length;
  const again = text.slice(start, start + 24).match(/^([一-鿿]{2,4})[：。\n][^，、；]{0,10}\1/);
  return again === null ? -1 : start + (again[1] as string).length;
}

/** A colon, a stop or a line's end stands within a few characters. */
function stopsSoon(text: string, start: number): boolean {
  for (let at = start + 2; at <= start + 8; at++) {
    const mark = text.charAt(at);
    if (mark === '：' || mark === '。' || mark === '\n' || mark === '') return true;
  }
  return false;
}

/** 两个棋牌平台, 3个省级区域(医疗中心): a thing is counted, or a head that only modifies one. */
function isConcreteHead(text: string, start: number, end: number, form: Numeral['form']): boolean {
  const { concreteHeads } = sloganWords();
  if (form === 'digits' && text.slice(end - 2, end) === '工程') return true;
  for (let length = 4; length >= 2; length--)
    if (end - length >= start && concreteHeads.has(text.slice(end - length, end))) return true;
  return THING_BEHIND.test(text.slice(end, end + 4));
}

/** 三级服务|站, 两大生产|基地: what the head goes on into is a thing. */
const THING_BEHIND = /^(?:[站点队窗厅]|[一-鿿]{0,2}(?:中心|城市|医院|平台|基地|项目|企业|集群|园区|学校|公司|比赛))/;

const NOT_IN_HEAD = new CharSet('的了着过在是有和与及对为等将把被已');
const SUFFIXES = new CharSet('性化型式组队站室员者');

/** End of the head noun phrase that begins at `start`: up to the first head that is not open; -1 when there is none. */
function headEnd(text: string, start: number, limit: number): number {
  const { heads, openHeads } = sloganWords();
  const classes = charClasses();
  let found = -1;
  let at = start;
  while (at < limit && at - start <= LONGEST_MODIFIER + 4) {
    if (classes[text.charCodeAt(at)] !== CharClass.han) break;
    const hit = heads.longestAt(text, at, limit);
    // 对 ends a label, but not where it begins a head: 四类对象, 三个着力点
    if (hit === -1 && NOT_IN_HEAD.has(text.charCodeAt(at))) break;
    if (hit === -1) {
      if (found !== -1 && (at - found >= 2 || text.slice(found - 2, found) === '方面')) break;
      if (at - start >= LONGEST_MODIFIER) break;
      at++;
      continue;
    }
    const end = at + heads.matchLength;
    const isSuffixed = SUFFIXES.has(text.charCodeAt(end)) || (end - at === 1 && goesOn(text, at));
    if (!isSuffixed) found = end;
    if (!isSuffixed && !openHeads.has(text.slice(at, end))) break;
    at = end;
  }
  return found === -1 ? -1 : classNounEnd(text, found, limit);
}

/** A head of one character is part of a longer word (三心|二意), but for those that their measure words make certain: 三句话说清了. */
function goesOn(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  if (charClasses()[text.charCodeAt(at + 1)] !== CharClass.han || next === '的') return false;
  const longer = LONGER[text.slice(at - 1, at + 1)];
  return longer === undefined || longer.includes(next);
}

/** What the noun behind its measure word may go on with, and be another: 五个字|母. */
const LONGER: Record<string, string> = { 个字: '母幕符段典节', 件事: '情业项务故例', 句话: '语题剧', 股劲: '头' };

/** 三级责任(体系), 13项任务(举措): a noun of class behind the head belongs to it; 两个关键(小事), 三条文化带(建设) do not. */
function classNounEnd(text: string, end: number, limit: number): number {
  const { heads, classHeads } = sloganWords();
  const length = heads.longestAt(text, end, limit) === -1 ? 0 : heads.matchLength;
  return length > 1 && classHeads.has(text.slice(end, end + length)) ? end + length : end;
}
