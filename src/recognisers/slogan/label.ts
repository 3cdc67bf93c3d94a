import type { Numeral } from '../../language/numerals.js';
import { CharClass, charClasses } from '../../text/char-class.js';
import type { Span } from '../../text/span.js';
import { CLASSIFIERS, CONCRETE, sloganWords } from './words.js';

/** What a label is made of. */
export interface Label extends Span {
  numerals: (number | null)[];
  declared: number[];
  classifier: string | null;
  head: Span;
}

const LONGEST_QUOTED = 18;
const LARGEST_DECLARED = 60;
/** 约法(三章): characters before the numeral */
const LONGEST_LEAD = 3;

/** 八八 and 461 name their figures one by one: 八八战略 → [8,8], “461”合作框架 → [4,6,1]. */
function valuesOf(text: string, numeral: Numeral): (number | null)[] {
  const surface = text.slice(numeral.start, numeral.end);
  if (/^[一二三四五六七八九两]{2,}$/.test(surface) || /^[1-9]{3,5}$/.test(surface))
    return [...surface].map((figure) =>
      '0123456789'.indexOf(figure) >= 0
        ? Number(figure)
        : '〇一二三四五六七八九'.indexOf(figure === '两' ? '二' : figure),
    );
  return [numeral.value];
}

/**
 * Counts that the name allows, the likeliest first: the sum of its numerals (三高四新: 7), without a 一 that unites them (五位一体: 5,
 * 一线四步: 4); a name of bare figures has a member for each (“461”: 3).
 */
function declaredBy(numerals: readonly (number | null)[], isBare: boolean, isUnited: boolean): number[] {
  if (isBare) return [numerals.length];
  const known = numerals.filter((value): value is number => value !== null && value > 0 && value <= LARGEST_DECLARED);
  if (known.length === 0) return [];
  const first = known[0] as number;
  if (known.length === 1) return [first];
  const sum = known.reduce((total, value) => total + value, 0);
  const [last] = known.slice(-1) as [number];
  const order = isUnited ? [first, sum] : first === 1 ? [sum - 1, sum, last] : [sum, first, last];
  return [...new Set(order)].filter((value) => value > 1);
}

/**
 * A quoted formulation: 四个意识, 六必谈, 三高四新, 六+N, 一地、一区、一城, 新三样.
 * null for what is none: a lone 一 (一张网), 一人一策, sentences, bare years and days (三八, 五四).
 */
export function quotedLabel(
  text: string,
  quoted: Span,
  numerals: readonly Numeral[],
  from: number,
  after: string,
): Label | null {
  const opening = numerals[from];
  if (opening === undefined || opening.start >= quoted.end || opening.start - quoted.start > LONGEST_LEAD) return null;
  const inner = withoutBracket(text, quoted);
  const length = inner.end - inner.start;
  if (length < 2 || length > LONGEST_QUOTED) return null;
  const inside = numeralsInside(numerals, from, inner);
  const first = inside[0];
  const hasFree = inside.some((numeral) => numeral.role === null && numeral.value !== 1);
  if (first === undefined || !opensLabel(text, inner, first, hasFree)) return null;
  if (hasForeignMark(text, inner)) return null;
  const values = inside.filter((numeral) => !isLexicalOne(text, numeral)).flatMap((numeral) => valuesOf(text, numeral));
  if (!isCountable(values, text.slice(inner.start, inner.end))) return null;
  const isBare = inside.length === 1 && first.end === inner.end;
  if (isBare && !(values.length > 1 && NAMED_BY_FIGURES.test(after))) return null;
  const rest = { start: first.end, end: inner.end };
  const classifier = classifierAt(text, rest);
  const head = { start: rest.start + (classifier === null ? 0 : classifier.length), end: inner.end };
  return {
    ...inner,
    numerals: values,
    declared:
      classifier === '个'
        ? declaredBy(values.slice(0, 1), false, false)
        : declaredBy(values, isBare, text.slice(inner.start, inner.end).includes('一体')),
    classifier,
    head: isBare ? inner : head,
  };
}

/** “四联工作法（联建、联治、联管、联享）”: what a bracket at the end explains is no part of the label. */
function withoutBracket(text: string, quoted: Span): Span {
  if (text.charAt(quoted.end - 1) !== '）') return quoted;
  const open = text.indexOf('（', quoted.start);
  return open > quoted.start && open < quoted.end ? { start: quoted.start, end: open } : quoted;
}

/** What may stand behind “461” or “一二三” for them to be formulations and not dates. */
const NAMED_BY_FIGURES =
  /^(?:中非|中阿|中拉)?[一-鿿]{0,4}(?:战略|框架|格局|工程|体系|思路|布局|模式|行动|计划|机制|工作法|发展|目标|部署|架构)/;

/** The 一 of 统一, 进一步 counts nothing; that of 五位一体 and 五个一批 does. */
function isLexicalOne(text: string, numeral: Numeral): boolean {
  return (
    numeral.value === 1 &&
    /统一|进一步|一律|一致|单一|唯一|同一|一定|一样|划一/.test(
      text.slice(Math.max(0, numeral.start - 1), numeral.end + 1),
    )
  );
}

function numeralsInside(numerals: readonly Numeral[], from: number, span: Span): Numeral[] {
  const inside: Numeral[] = [];
  for (let i = from; i < numerals.length; i++) {
    const numeral = numerals[i] as Numeral;
    if (numeral.start >= span.end) break;
    if (numeral.start >= span.start && numeral.end <= span.end) inside.push(numeral);
  }
  return inside;
}

/** The label begins with its numeral, or with 新 or 老 before it, or ends in it and a measure (约法三章); that numeral is nobody else's (一线 in “一线四步” is no idiom). */
function opensLabel(text: string, inner: Span, first: Numeral, hasFree: boolean): boolean {
  const isTaken = first.role !== null && first.role !== 'slogan';
  if (isTaken && !(first.role === 'idiom' && hasFree)) return false;
  if (first.form === 'vague' || first.approximate) return false;
  const lead = text.slice(inner.start, first.start);
  if (lead === '' || lead === '新' || lead === '老') return true;
  return lead.length <= 3 && inner.end - first.end === 1 && '章条法招策问诀歌'.includes(text.charAt(first.end));
}

function hasForeignMark(text: string, inner: Span): boolean {
  const classes = charClasses();
  for (let i = inner.start; i < inner.end; i++) {
    const kind = classes[text.charCodeAt(i)] as number;
    const mark = text.charAt(i);
    if (kind === CharClass.sentenceEnd || mark === '；' || mark === '：' || mark === '《') return true;
    if (
      mark === '，' &&
      classes[text.charCodeAt(i + 1)] === CharClass.han &&
      !/[一二三四五六七八九十两双]/.test(text.charAt(i + 1))
    )
      return true;
  }
  return false;
}

function isCountable(values: readonly (number | null)[], surface: string): boolean {
  const [first] = values;
  if (first === null || first === undefined || first > LARGEST_DECLARED || first < 1 || !Number.isInteger(first))
    return false;
  if (/^\d+[A-Za-z%]/.test(surface) || /^\d+[^+\d一-鿿]/.test(surface)) return false;
  if (values.length === 1) return first > 1 && !isConcrete(surface) && !isPeriod(surface);
  if (values.length === 2 && first === 1 && values[1] === 1) return surface.includes('+');
  return true;
}

/** 5名, 三天: a count of people, things or time. */
function isConcrete(surface: string): boolean {
  return (
    /^[新老]?(?:\d+|[一二三四五六七八九十两]+)/.test(surface) &&
    /^\d/.test(surface) &&
    CONCRETE.includes(surface.replace(/^\d+/, '').charAt(0) || '\n')
  );
}

/** 三天, 五年, 十号: time and places in a row, in either kind of figure. */
function isPeriod(surface: string): boolean {
  return /^[新老]?[一二三四五六七八九十两\d]+(?:号|年|天|日|月|岁|周年|小时|分钟|公里|元|亩|斤|级$)/.test(surface);
}

function classifierAt(text: string, rest: Span): string | null {
  const first = text.charAt(rest.start);
  return rest.end - rest.start >= 2 && CLASSIFIERS.includes(first) ? first : null;
}

const LONGEST_MODIFIER = 6;

/**
 * An unquoted formulation behind a numeral: classifier and an abstract head, with at most a few words between:
 * 四项重点任务, 三大先导产业(规模), 六个方面工作. null where a thing is counted.
 */
export function unquotedLabel(text: string, numeral: Numeral, limit: number): Label | null {
  const { value } = numeral;
  if (value === null || value < 2 || value > LARGEST_DECLARED || !Number.isInteger(value) || numeral.approximate)
    return null;
  if (numeral.form !== 'han' && numeral.form !== 'digits') return null;
  const before = text.charAt(numeral.start - 1) || '\n';
  if ('第每近约超逾达'.includes(before) || (before === '.' && numeral.form === 'digits')) return null;
  const first = text.charAt(numeral.end);
  const isAspect = text.startsWith('方面', numeral.end);
  if (!isAspect && !CLASSIFIERS.includes(first || '\n')) return announcedLabel(text, numeral, value);
  const start = numeral.end + (isAspect ? 0 : 1);
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

/** 把好三关：首先…，其次…: a noun without a measure word, where what it counts is numbered behind a colon. */
function announcedLabel(text: string, numeral: Numeral, value: number): Label | null {
  const noun = text
    .slice(numeral.end, numeral.end + 8)
    .match(/^[一-鿿]{1,2}(?=：(?:首先|一是|一要|第一|其一|即|包括))/);
  if (noun === null || CONCRETE.includes(noun[0].charAt(0))) return null;
  const head = { start: numeral.end, end: numeral.end + noun[0].length };
  return { start: numeral.start, end: head.end, numerals: [value], declared: [value], classifier: null, head };
}

/** 五项社会保险：包括…, 四个优先。1.优先保障用地…: what is explained behind a colon, or taken up again, is a head, known or not; -1 when none is. */
function explainedEnd(text: string, start: number, limit: number): number {
  const tail = text
    .slice(start, Math.min(limit, start + 14))
    .match(/^[一-鿿]{2,8}(?=：(?:包括|是指|指|即|分别|[^。；]{2,12}、))/);
  if (tail !== null) return start + tail[0].length;
  const again = text.slice(start, start + 24).match(/^([一-鿿]{2,4})[：。\n][^，、；]{0,4}\1/);
  return again === null ? -1 : start + (again[1] as string).length;
}

/** 两个棋牌平台, 3个省级区域(医疗中心): a thing is counted, or a head that only modifies one. */
function isConcreteHead(text: string, start: number, end: number, form: Numeral['form']): boolean {
  const { concreteHeads } = sloganWords();
  if (form === 'digits' && text.slice(end - 2, end) === '工程') return true;
  for (let length = 4; length >= 2; length--)
    if (end - length >= start && concreteHeads.has(text.slice(end - length, end))) return true;
  return /^[一-鿿]{0,2}(?:中心|城市|医院|平台|基地|项目|企业|集群|园区|学校|公司|比赛)/.test(text.slice(end, end + 4));
}

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
    if (hit === -1 && '的了着过在是有和与及对为等将把被已'.includes(text.charAt(at))) break;
    if (hit === -1) {
      if (found !== -1 && (at - found >= 2 || text.slice(found - 2, found) === '方面')) break;
      if (at - start >= LONGEST_MODIFIER) break;
      at++;
      continue;
    }
    const end = at + heads.matchLength;
    const isSuffixed =
      '性化型式'.includes(text.charAt(end) || '\n') ||
      (end - at === 1 && classes[text.charCodeAt(end)] === CharClass.han && text.charAt(end) !== '的');
    if (!isSuffixed) found = end;
    if (!isSuffixed && !openHeads.has(text.slice(at, end))) break;
    at = end;
  }
  return found === -1 ? -1 : classNounEnd(text, found, limit);
}

/** 三级责任(体系), 13项任务(举措): a noun of class behind the head belongs to it; 两个关键(小事), 三条文化带(建设) do not. */
function classNounEnd(text: string, end: number, limit: number): number {
  const { heads, classHeads } = sloganWords();
  const length = heads.longestAt(text, end, limit) === -1 ? 0 : heads.matchLength;
  return length > 1 && classHeads.has(text.slice(end, end + length)) ? end + length : end;
}
