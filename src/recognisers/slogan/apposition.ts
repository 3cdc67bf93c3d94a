import type { Span } from '../../text/span.js';
import { startBorders } from './borders.js';
import { type Candidate, countsOf } from './candidate.js';
import { fellowsOf, type SloganContext, sentenceOf } from './context.js';
import { COSTS, type Level } from './costs.js';
import { endsBeforeLabel } from './ends-before-label.js';
import { clauseLink, type Link, linkBefore } from './label-link.js';
import { morphemesOf } from './morphemes.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators, type Separator } from './run.js';
import { type Border, type Run, type Segmentation, segmentByLevel } from './segment.js';
import { provesItself } from './self-evident.js';
import { isUnevenPair } from './uneven-pair.js';
import { endsInVerb, governedCost, isGoverned } from './verb-before-label.js';

/**
 * The list set before its name (同位语): 抓好学习教育、查纠整改、总结提升“三个环节”; “坚守初心、勇担使命”两项要求;
 * 孔庙、孔府、孔林，统称“三孔”. The end is fixed by the label, the beginning is free.
 */
export function proposeApposition(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const sentence = sentenceOf(context, candidate);
  const wanted = Math.max(2, ...candidate.declared);
  const furthest = Math.max(sentence.start, candidate.outer.start - LONGEST_RUN, behindOtherLabel(context, candidate));
  const link = chooseLink(text, candidate, furthest);
  if (link === null) return null;
  const from = runStart(text, furthest, link.at, Math.min(2 * wanted + 5, wanted + 8));
  const end = quotedEnd(context, candidate, sharedEnd(context, candidate, link.at));
  if (end - from < 2) return null;
  const morphemes = morphemesOf(context, candidate);
  const whole = quotedWhole(text, context, end, from);
  if (whole === null && isBesideLabel(context, candidate, end)) return null;
  if (whole === null && link.form === '' && !mayListBefore(text, from, end, morphemes)) return null;
  const span = whole ?? { start: from, end };
  const separators = nearest(readSeparators(text, span), wanted);
  if (separators.length === 0 || isTooShort(candidate, separators, link, morphemes)) return null;
  const start = whole === null && separators.length > 0 ? startOf(span, separators) : span.start;
  if (endsInVerb(text, span, separators)) return null;
  const starts: Border[] =
    whole !== null
      ? [{ at: span.start, cost: COSTS.startAtQuote, reason: 'one pair of quotation marks' }]
      : startBorders(text, { start, end: span.end }, separators, morphemes);
  const ends = [
    { at: span.end, cost: governedCost(text, span, separators, link), reason: 'label' },
    ...endsBeforeLabel(text, span, separators, morphemes),
  ];
  const levels: readonly Level[] =
    link.form === '' && whole === null && morphemes.length === 0 ? ['pause'] : ['pause', 'comma', 'semicolon'];
  const run: Run = {
    text,
    separators,
    starts,
    ends,
    declared: countsOf(candidate),
    isOpen: link.isOpen,
    isEnclosed: whole !== null,
    morphemes,
    knownMembers: candidate.knownMembers,
  };
  const found = segmentByLevel(run, levels);
  const proposal = proposeFrom(run, found[found.length - 1], link, whole !== null, candidate);
  return found.length > 1 && found[0]?.level === 'pause'
    ? cheaperOf(proposal, proposeFrom(run, found[0], link, whole !== null, candidate))
    : proposal;
}

function proposeFrom(
  { text, morphemes }: Run,
  found: Segmentation | undefined,
  link: Link,
  isWhole: boolean,
  candidate: Candidate,
): Proposal | null {
  if (
    found === undefined ||
    (link.isBare && !provesItself(found, text, morphemes) && !(link.isVerbless && areTwins(found))) ||
    (link.form === '' && !isWhole && isUnevenPair(found.members))
  )
    return null;
  return propose(found, link, isWhole, candidate);
}

/** Clauses before a label cost more than their segmentation: members parted by 、 may be cheaper in the end. */
function cheaperOf(a: Proposal | null, b: Proposal | null): Proposal | null {
  if (a === null || b === null) return a;
  return b.cost < a.cost ? b : a;
}

/** How the stretch before the label is linked to it; null where that governs it and holds no list: ，做到“四个到位”. */
function chooseLink(text: string, candidate: Candidate, from: number): Link | null {
  const at = candidate.outer.start;
  // “科学严谨、依法依规”和“四不放过”: the label is a member itself, beside what stands before it
  if ('和与及、'.includes(text.charAt(at - 1) || '\n')) return null;
  const link = linkBefore(text, at, from);
  if (link.form !== '') return link;
  const mayBeBare = candidate.isQuoted && !candidate.isFixed && (candidate.declared[0] ?? 0) > 2;
  const bare = mayBeBare ? clauseLink(text, at, from) : null;
  return bare ?? (text.charAt(at - 1) === '，' || isGoverned(text, from, at) ? null : link);
}

/** Where to begin to look: a list does not reach back over more than a few marks beyond its number. */
function runStart(text: string, furthest: number, end: number, marks: number): number {
  let seen = 0;
  let at = end;
  while (at > furthest) {
    const mark = text.charCodeAt(at - 1);
    if (mark === COMMA || mark === PAUSE || mark === SEMICOLON) seen++;
    if (seen > marks) break;
    at--;
  }
  return at;
}

const [COMMA, PAUSE, SEMICOLON] = ['，', '、', '；'].map((mark) => mark.charCodeAt(0));

/** Directly before a label only a clause with 、 or 和 can be a list, or clauses that carry the label's morpheme. */
function mayListBefore(text: string, from: number, end: number, morphemes: readonly string[]): boolean {
  for (let at = end - 1; at >= from; at--) {
    const mark = text.charAt(at);
    if (
      mark === '、' ||
      mark === '和' ||
      mark === '与' ||
      mark === '及' ||
      (mark === '”' && text.charAt(at + 1) === '“') ||
      (mark === '》' && text.charAt(at + 1) === '《')
    )
      return true;
    if (mark === '，' || mark === '；') break;
  }
  const stretch = text.slice(from, end);
  return morphemes.some((morpheme) => stretch.indexOf(morpheme) !== stretch.lastIndexOf(morpheme));
}

/** “一个跨越”“三个定位”: the quotation before the label is a label of its own. */
function isBesideLabel(context: SloganContext, candidate: Candidate, end: number): boolean {
  if (!candidate.isQuoted || context.text.charAt(end - 1) !== '”') return false;
  const quote = context.quotesByEnd.get(end);
  return (
    quote !== undefined &&
    /^[一二三四五六七八九十两双新老\d]/.test(context.text.slice(quote.inner.start, quote.inner.end))
  );
}

/** “A、B、C”两项原则: the pair of quotation marks that ends at the label and holds marks that part members. */
function quotedWhole(text: string, context: SloganContext, end: number, from: number): Span | null {
  if (text.charAt(end - 1) !== '”') return null;
  const quote = context.quotesByEnd.get(end);
  if (
    quote === undefined ||
    quote.start < from ||
    text.charAt(quote.start - 1) === '”' ||
    '、和与'.includes(text.charAt(quote.start - 1) || '\n')
  )
    return null;
  return readSeparators(text, quote.inner).length > 0 ? quote.inner : null;
}

/** “劳动、人事、分配”(制度)三项改革: a noun may stand between the quoted list and the label, where the count agrees. */
function quotedEnd(context: SloganContext, candidate: Candidate, end: number): number {
  for (let at = end - 1; at > end - LONGEST_NOUN; at--) {
    const quote = context.quotesByEnd.get(at);
    if (quote !== undefined) {
      if (/^(?:和|与|及|以及|或)$/.test(context.text.slice(at, end))) return end;
      const parts = readSeparators(context.text, quote.inner).length + 1;
      return parts > 2 && candidate.declared.includes(parts) ? at : end;
    }
    const mark = context.text.charAt(at - 1);
    if (mark < '一' || mark > '鿿') break;
  }
  return end;
}

const LONGEST_NOUN = 6;

/** “五访”即走访A、B、C三个方面: what another label announces begins behind its connector; 0 when there is none. */
function behindOtherLabel(context: SloganContext, candidate: Candidate): number {
  const { text } = context;
  let behind = 0;
  for (const other of fellowsOf(context, candidate)) {
    if (other.outer.end >= candidate.outer.start) break;
    const connector = ['即', '就是', '是指', '指', '包括', '：', '，即', '，就是', '，包括', '，是指'].find((form) =>
      text.startsWith(form, other.outer.end),
    );
    if (connector !== undefined) behind = other.outer.end + connector.length;
  }
  return behind;
}

/** …生态文明建设“五位一体”总体布局，这五方面: the list of the label that stands between is this one's too. */
function sharedEnd(context: SloganContext, candidate: Candidate, end: number): number {
  const other = fellowsOf(context, candidate).find(
    (one) => one !== candidate && one.outer.end <= end && one.outer.end >= end - LONGEST_SHARED,
  );
  const isSame =
    other !== undefined &&
    other.declared[0] === candidate.declared[0] &&
    !/[，。；、]/.test(context.text.slice(other.outer.end, end));
  return isSame ? other.outer.start : end;
}

const LONGEST_SHARED = 6;

/** The separators near the label; a list does not reach back over more than a few marks beyond its number. */
function nearest(separators: readonly Separator[], wanted: number): Separator[] {
  return separators.slice(-Math.min(2 * wanted + 4, 40));
}

/** Where the first atom of the kept separators begins. */
function startOf(span: Span, kept: readonly Separator[]): number {
  return Math.max(span.start, (kept[0] as Separator).start - 80);
}

/** With two members missing no list is believed, unless 等 or what they are made of speaks for it. */
function isTooShort(
  candidate: Candidate,
  separators: readonly Separator[],
  link: Link,
  morphemes: readonly string[],
): boolean {
  if (link.isOpen || morphemes.length > 0 || candidate.knownMembers.length > 0) return false;
  return separators.length + 2 < Math.min(...candidate.declared);
}

/** 把支部建在网格上，把党员派到楼栋里，把服务送到家门口，“三个一线”: clauses of one shape and length. */
function areTwins(found: Segmentation): boolean {
  return found.members.length === found.declared && found.leastLikeness <= COSTS.twins;
}

function propose(found: Segmentation, link: Link, isWhole: boolean, candidate: Candidate): Proposal {
  const reasons = [
    `level ${found.level}`,
    `begins ${found.start}`,
    link.form === '' ? 'directly before the label' : `before ${link.form}`,
  ];
  if (found.areQuoted) reasons.push('each in quotation marks');
  if (found.hasMorpheme) reasons.push('members carry the morpheme of the head');
  let cost = found.cost;
  if (link.isWeak && !found.hasMorpheme && found.likeness > 0) cost += COSTS.weakLink;
  // A list of clauses directly before a label is nearly always one whose last clause governs the label: …，坚决维护“五大安全”.
  if (found.level === 'comma' && link.form === '' && !isWhole && !found.hasMorpheme) cost += COSTS.clausesBeforeLabel;
  if (found.level === 'comma' && link.form === '的' && !isWhole && !found.hasMorpheme && found.leastLikeness > 0)
    cost += COSTS.clausesBeforeLabel;
  if (found.level === 'comma' && link.isOpen && !isWhole) cost += COSTS.clausesBeforeEtc;
  if (isWhole && found.members.length === found.declared) cost += COSTS.quotedWhole;
  if (found.members.length === 2 && candidate.isQuoted && link.form === '' && found.likeness > COSTS.unlikeTwo)
    cost += COSTS.clausesBeforeLabel;
  return { how: 'apposition', items: found.members, declared: found.declared, cost, reasons, enumeration: null };
}
