import features from '../../corpus/genre-features.json';
import { CharSet } from '../text/char-set.js';
import type { Span } from '../text/span.js';
import type { Genre } from './document.js';
import { eventPoints, MOST_OF_SHAPE, STRUCTURE, shapePoints } from './genre-shape.js';

interface GenreFeature {
  form: string;
  /** where it is looked for: the end of the title, anywhere in it, or the text */
  where: 'title-end' | 'title' | 'text';
  /** place in `ORDER` */
  genre: number;
  weight: number;
}

/** Genre is told from the first characters; the rest of a long document says the same again. */
export const LOOKED_AT = 1500;

/** What counts of a word's occurrences: the second says something, the tenth nothing more. */
const COUNTED = 2;

/** What weak words of one genre can add up to: many of them are still no proof. */
const WEAK_CAP = 3;

const ORDER: readonly Genre[] = ['news', 'report', 'speech', 'article', 'communique'];
const [NEWS, REPORT, , ARTICLE, COMMUNIQUE] = [0, 1, 2, 3, 4] as const;

/** Points of the genres by their places in `ORDER`. */
type Points = [number, number, number, number, number];

/** Number and place of a word. */
export interface PlacedWord extends Span {
  word: number;
}

export interface GenreEvidence {
  title: string;
  text: string;
  /** the stretches of the text that speak for its genre, in text order, `LOOKED_AT` characters together at most */
  passages: readonly Span[];
  /** where words of `genreWords` stand in the text, in text order */
  words: readonly PlacedWord[];
  /** how many sentences somebody is said to have spoken; quoting the highest leader or the facts is no reporting */
  attributions: number;
  /** a dateline or a broadcaster's name opens the text */
  hasDateline: boolean;
  /** the page says when it was published or who edited it */
  hasStamp: boolean;
  hasAuthor: boolean;
}

/**
 * Speech, news, report, communique or article, by stated features with weights (corpus/genre-features.json) and by what the
 * structure shows; the genre with the most points wins, of equals the first of `ORDER`.
 */
export function chooseGenre(evidence: GenreEvidence): Genre {
  const points = pointsOfWords(evidence);
  // what has to be searched for in the whole text is asked only where the answer can change the outcome
  if (speaksForItself(evidence) && points[REPORT] + MOST_OF_SHAPE >= (points[bestOf(points)] as number))
    points[REPORT] += shapePoints(joined(evidence));
  const best = bestOf(points);
  if (best !== NEWS && points[NEWS] + STRUCTURE.event >= (points[best] as number))
    points[NEWS] += eventPoints(joined(evidence));
  return ORDER[bestOf(points)] as Genre;
}

/** The points of every genre, for those who ask why. */
export function pointsOfGenres(evidence: GenreEvidence): Record<Genre, number> {
  const points = pointsOfWords(evidence);
  points[NEWS] += eventPoints(joined(evidence));
  if (speaksForItself(evidence)) points[REPORT] += shapePoints(joined(evidence));
  return Object.fromEntries(ORDER.map((genre, i) => [genre, points[i]])) as Record<Genre, number>;
}

function joined({ text, passages }: GenreEvidence): string {
  return passages.map(({ start, end }) => text.slice(start, end)).join('\n');
}

function bestOf(points: Points): number {
  let best = 0;
  for (let i = 1; i < points.length; i++) if ((points[i] as number) > (points[best] as number)) best = i;
  return best;
}

/** A text that reports nobody's words and has no dateline may be a report. */
function speaksForItself(evidence: GenreEvidence): boolean {
  return evidence.attributions === 0 && !evidence.hasDateline;
}

/** All but what the shape of the text says. */
function pointsOfWords(evidence: GenreEvidence): Points {
  const points: Points = [STRUCTURE.base, 0, 0, 0, 0];
  const weak: Points = [0, 0, 0, 0, 0];
  addTitleFeatures(evidence, points, weak);
  addTextFeatures(evidence, points, weak);
  points[NEWS] += (evidence.hasDateline ? STRUCTURE.dateline : 0) + (evidence.hasStamp ? STRUCTURE.stamp : 0);
  points[NEWS] += Math.min(2 * evidence.attributions, STRUCTURE.attributions);
  if (evidence.hasAuthor && !evidence.hasDateline) points[ARTICLE] += STRUCTURE.author;
  for (let i = 0; i < points.length; i++) (points[i] as number) += Math.min(weak[i] as number, WEAK_CAP);
  return points;
}

function add(genre: number, weight: number, points: Points, weak: Points): void {
  const column = weight === 1 ? weak : points;
  column[genre] = (column[genre] as number) + weight;
}

/** The words that speak for a genre where they stand in a text. */
export function genreWords(): string[] {
  return featureIndex().ofTexts.map(({ form }) => form);
}

function addTextFeatures({ passages, words }: GenreEvidence, points: Points, weak: Points): void {
  const { ofTexts } = featureIndex();
  const counts = new Uint8Array(ofTexts.length);
  let passage = 0;
  for (const { start, end, word } of words) {
    while (passage < passages.length && (passages[passage] as Span).end < end) passage++;
    if (passage === passages.length) break;
    if ((passages[passage] as Span).start > start || counts[word] === COUNTED) continue;
    counts[word] = (counts[word] as number) + 1;
    const { genre, weight } = ofTexts[word] as GenreFeature;
    add(genre, weight, points, weak);
  }
}

function addTitleFeatures({ title, hasDateline }: GenreEvidence, points: Points, weak: Points): void {
  for (const { where, genre, weight } of titleFeatures(title)) {
    // 新华社播发王明远同志的工作报告 is news about a report
    const isReportedOn = where === 'title-end' && genre !== COMMUNIQUE && hasDateline;
    add(genre, isReportedOn ? weight / 2 : weight, points, weak);
  }
}

/** Features of titles by the character that is asked first (the last of `title-end`), and those of texts by their number. */
interface FeatureIndex {
  inTitles: ReadonlyMap<number, GenreFeature[]>;
  /** first characters of `inTitles` */
  beginsInTitles: CharSet;
  atTitleEnds: ReadonlyMap<number, GenreFeature[]>;
  ofTexts: readonly GenreFeature[];
}

let index: FeatureIndex | null = null;

function featureIndex(): FeatureIndex {
  index ??= indexFeatures();
  return index;
}

function indexFeatures(): FeatureIndex {
  const at = (where: GenreFeature['where']): GenreFeature[] =>
    features
      .filter((feature) => feature.where === where)
      .map(({ form, genre, weight }) => ({ form, where, genre: ORDER.indexOf(genre as Genre), weight }));
  const inTitles = at('title');
  return {
    inTitles: groupBy(inTitles, ({ form }) => form.charCodeAt(0)),
    beginsInTitles: new CharSet(inTitles.map(({ form }) => form.charAt(0)).join('')),
    atTitleEnds: groupBy(at('title-end'), ({ form }) => form.charCodeAt(form.length - 1)),
    ofTexts: at('text'),
  };
}

function groupBy(
  entries: readonly GenreFeature[],
  codeOf: (entry: GenreFeature) => number,
): Map<number, GenreFeature[]> {
  const groups = new Map<number, GenreFeature[]>();
  for (const entry of entries) groups.set(codeOf(entry), [...(groups.get(codeOf(entry)) ?? []), entry]);
  return groups;
}

/** Each feature of the title once. */
function titleFeatures(title: string): GenreFeature[] {
  const { inTitles, beginsInTitles, atTitleEnds } = featureIndex();
  const ending = withoutRemark(title);
  const found: GenreFeature[] = [];
  for (const feature of atTitleEnds.get(ending.charCodeAt(ending.length - 1)) ?? [])
    if (ending.endsWith(feature.form)) found.push(feature);
  for (let at = 0; at < title.length; at++) {
    if (!beginsInTitles.has(title.charCodeAt(at))) continue;
    for (const feature of inTitles.get(title.charCodeAt(at)) ?? [])
      if (title.startsWith(feature.form, at) && !found.includes(feature)) found.push(feature);
  }
  return found;
}

/** 工作要点（征求意见稿） ends with 要点. */
function withoutRemark(title: string): string {
  return title.endsWith('）') || title.endsWith(')') ? title.replace(/[（(][^（）()]{1,16}[）)]$/, '') : title;
}
