import type { Enumeration } from '../../document/document.js';
import { firstFrom } from '../../text/span.js';
import type { Candidate } from './candidate.js';
import type { SloganContext } from './context.js';
import { morphemesOf } from './morphemes.js';
import type { Proposal } from './proposal.js';

const FURTHEST_IN_PARAGRAPH = 220;
const NEAR = 60;
const FURTHEST = 1500;

/**
 * Lists that the text itself numbers: 四点建议。第一，… 第二，…  ·  五个特点： ——… ——…  ·  六个方面工作： （一）… （二）….
 * Enumerations are found once for the document; here one is offered to the labels that may announce it.
 */
export function proposeEnumerated(context: SloganContext, candidate: Candidate): Proposal | null {
  let best: Proposal | null = null;
  const { enumerations } = context.document;
  for (let i = firstFrom(enumerations, candidate.outer.end); i < enumerations.length; i++) {
    const enumeration = enumerations[i] as Enumeration;
    const proposal = offer(context, candidate, enumeration);
    if (proposal !== null && (best === null || proposal.cost < best.cost)) best = proposal;
    if (enumeration.start - candidate.outer.end > FURTHEST) break;
  }
  return best;
}

function offer(context: SloganContext, candidate: Candidate, enumeration: Enumeration): Proposal | null {
  const reasons: string[] = [];
  const place = placeCost(context, candidate, enumeration, reasons);
  if (place === null) return null;
  const count = enumeration.items.length;
  const isCounted = candidate.declared.includes(count);
  const morphemes = morphemesOf(context, candidate);
  const items = enumeration.items.map(({ lead }) => ({ start: lead.start, end: lead.end }));
  const carries =
    morphemes.length > 0 &&
    items.every((item) => morphemes.some((morpheme) => context.text.slice(item.start, item.end).includes(morpheme)));
  if (carries) reasons.push('members carry the morpheme of the head');
  if (isCounted) reasons.push('the count agrees');
  const isShort = count < Math.max(0, ...candidate.declared);
  const isAnnounced = place <= 0.15 && isShort;
  if (count === 1 && (enumeration.family === '首先' || !(isAnnounced && place === 0))) return null;
  const isOver = place <= 0.15 && count - Math.max(0, ...candidate.declared) === 1;
  const misses = isCounted ? 0 : isAnnounced || isOver ? 0.4 : isShort ? 0.8 : 1.4;
  if (candidate.isFixed && (!isCounted || place > 0.15)) return null;
  const cost = place + misses - (carries ? 0.8 : 0);
  return {
    how: enumeration.by,
    items,
    declared: isCounted ? count : (candidate.declared[0] ?? null),
    cost,
    reasons,
    enumeration,
  };
}

/** How well the enumeration stands behind the label: directly behind its clause, later in the paragraph, or in the next one. null: not. */
function placeCost(
  context: SloganContext,
  candidate: Candidate,
  enumeration: Enumeration,
  reasons: string[],
): number | null {
  const { text, document } = context;
  const sentence = document.sentences[candidate.sentence];
  if (sentence === undefined) return null;
  const between = text.slice(
    candidate.outer.end,
    Math.min(enumeration.start, candidate.outer.end + FURTHEST_IN_PARAGRAPH + 1),
  );
  const paragraph = document.paragraphs[sentence.paragraph];
  if (paragraph === undefined) return null;
  if (enumeration.start < paragraph.end) {
    if (between.length > FURTHEST_IN_PARAGRAPH) return null;
    const announced = /^[^，。；]{0,16}[：。，]$/.test(between.trimEnd());
    reasons.push(announced ? 'directly behind the label' : 'later in the paragraph');
    return announced ? 0 : between.length <= NEAR ? 0.2 : 0.5;
  }
  if (!isNextParagraph(context, sentence.paragraph, enumeration)) return null;
  const rest = text.slice(candidate.outer.end, paragraph.end);
  const announces = /^[^。；]{0,30}[：:。]?$/.test(rest);
  if (!announces && candidate.outer.end < paragraph.end - 80) return null;
  reasons.push('the label closes the paragraph before');
  return rest.endsWith('：') ? 0 : announces ? 0.15 : 0.5;
}

/** The enumeration opens in the next paragraph that is no furniture. */
function isNextParagraph(context: SloganContext, from: number, enumeration: Enumeration): boolean {
  const { paragraphs } = context.document;
  for (let i = from + 1; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined) return false;
    if (paragraph.kind === 'furniture' || paragraph.kind === 'metadata') continue;
    return enumeration.start >= paragraph.start && enumeration.start < paragraph.end;
  }
  return false;
}

/** Unnumbered headings as members: “六个统一” … 坚持A与B相统一 / 坚持C与D相统一 / …. */
export function proposeHeadings(context: SloganContext, candidate: Candidate): Proposal | null {
  const { document, text } = context;
  if (document.headings.length === 0 || candidate.isFixed) return null;
  const morphemes = morphemesOf(context, candidate).filter((morpheme) => morpheme.length > 1);
  if (morphemes.length === 0) return null;
  const behind = document.headings.filter((heading) => heading.start >= candidate.outer.end);
  const first = behind[0];
  if (first === undefined) return null;
  const level = behind
    .slice(
      0,
      behind.findIndex((heading) => heading.level < first.level) === -1
        ? undefined
        : behind.findIndex((heading) => heading.level < first.level),
    )
    .filter((heading) => heading.level === first.level);
  const carries = (heading: { start: number; end: number }): boolean =>
    morphemes.some(
      (morpheme) => morpheme.length > 1 && opensOrCloses(text.slice(heading.start, heading.end), morpheme),
    );
  const fitting = level.filter(carries);
  const isCounted = candidate.declared.includes(fitting.length);
  if (fitting.length < 2 || (!isCounted && fitting.length > Math.max(0, ...candidate.declared))) return null;
  const sentence = document.sentences[candidate.sentence];
  const isNear =
    sentence !== undefined && (document.headings[0] === undefined || first.paragraph - sentence.paragraph <= 2);
  if (!isCounted && !isNear) return null;
  const items = fitting.map((heading) => trimHeading(text, heading));
  return {
    how: 'headings',
    items,
    declared: isCounted ? fitting.length : (candidate.declared[0] ?? null),
    cost: isCounted ? -0.05 : 0.6,
    reasons: ['headings carry the morpheme of the head'],
    enumeration: null,
  };
}

/** 聚焦对外开放，高标准建设… · 产业更加高端: the morpheme opens the heading, or stands in its first clause behind a few characters. */
function opensOrCloses(heading: string, morpheme: string): boolean {
  const at = heading.indexOf(morpheme);
  return (at >= 0 && at <= 6) || heading.replace(/[。；，：]$/, '').endsWith(morpheme);
}

function trimHeading(text: string, heading: { start: number; end: number }): { start: number; end: number } {
  let { end } = heading;
  while (end > heading.start && '。；，：'.includes(text.charAt(end - 1))) end--;
  return { start: heading.start, end };
}
