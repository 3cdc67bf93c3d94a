import { isBody, type Line } from './paragraphs.js';

/** How a line heads what follows. `sentence`: a bare phrase that ends with 。 and comes in a series. */
export type Style = { rank: number; name: string };

const LONGEST_SENTENCE = 36;

/** Sisters that begin alike may be longer: 这一年，我们…；这一年，我们…. */
const LONGEST_SISTER = 56;

/** Words that tell a story or speak to somebody; a heading is a bare phrase: 稳步扩大制度型开放。 */
const NARRATIVE = /[了着过你他她它吗呢吧]|这[个些里]|今天|昨天|记者|会议|出席|参加|发言|举行|指出|表示|强调/;

/** Neighbours stand at most three paragraphs apart, so at most three candidates. */
const NEARBY = [-3, -2, -1, 1, 2, 3];

/**
 * 激发经营主体活力。/ (a paragraph) / 大力提振消费。/ (a paragraph): bare phrases with 。 that alternate with paragraphs.
 * One alone proves nothing; two in a row do, and then a single one elsewhere in the document counts as well.
 */
export function markSeries(order: readonly Line[], styles: (Style | null)[]): void {
  const candidates: number[] = [];
  for (let i = 0; i < order.length; i++) if (styles[i] === null && isBareSentence(order, i)) candidates.push(i);
  const open = openEnd(order, candidates);
  if (open !== null) candidates.push(open);
  const inSeries = candidates.filter((i, k) =>
    NEARBY.some((step) => isNeighbour(order, styles, i, candidates[k + step] ?? i)),
  );
  if (inSeries.length < 2) return;
  const chosen = candidates.length <= inSeries.length * 1.5 ? candidates : inSeries;
  for (const i of chosen) styles[i] = { rank: 8, name: 'sentence' };
}

/** An excerpt may end behind a heading: 聚焦对外开放，…。/ (a paragraph) / 聚焦高质量发展，…。 */
function openEnd(order: readonly Line[], candidates: readonly number[]): number | null {
  const last = order.length - 1;
  const sister = candidates[candidates.length - 1];
  if (sister === undefined || last - sister !== 2) return null;
  return isBarePhrase(order[last] as Line, LONGEST_SISTER) && sharesHead(order[sister] as Line, order[last] as Line)
    ? last
    : null;
}

function sharesHead(a: Line, b: Line): boolean {
  return a.text[0] === b.text[0] && a.text[1] === b.text[1];
}

/** Neighbours stand one or two paragraphs apart with no heading of another kind between them. */
function isNeighbour(order: readonly Line[], styles: readonly (Style | null)[], i: number, j: number): boolean {
  const [first, second] = i < j ? [i, j] : [j, i];
  const distance = second - first;
  if (distance < 2 || distance > 3) return false;
  for (let k = first + 1; k < second; k++) if (styles[k] !== null || !isBody(order[k] as Line)) return false;
  return true;
}

function isBareSentence(order: readonly Line[], i: number): boolean {
  const next = order[i + 1];
  const line = order[i] as Line;
  if (line.stops !== 1 || line.text.length > LONGEST_SISTER) return false;
  if (next === undefined || next.text.length < Math.max(60, 2.5 * line.text.length) || !isBody(next)) return false;
  return isBarePhrase(line, hasSisterNearby(order, i) ? LONGEST_SISTER : LONGEST_SENTENCE);
}

function hasSisterNearby(order: readonly Line[], i: number): boolean {
  const line = order[i] as Line;
  return [i - 3, i - 2, i + 2, i + 3].some((j) => order[j] !== undefined && sharesHead(order[j] as Line, line));
}

function isBarePhrase(line: Line, longest: number): boolean {
  if (line.stops !== 1 || line.ending !== 'stop' || line.marker !== null) return false;
  if (line.text.length < 4 || line.text.length > longest || !line.text.endsWith('。')) return false;
  return !NARRATIVE.test(line.text);
}
