import features from '../../corpus/genre-features.json';
import type { Genre } from './document.js';
import { WordFinder } from './word-finder.js';

interface GenreFeature {
  form: string;
  /** where it is looked for: the end of the title, anywhere in it, or the text */
  where: 'title-end' | 'title' | 'text';
  genre: Genre;
  weight: number;
  example: string;
}

/** Genre is told from the first characters; the rest of a long document says the same again. */
export const LOOKED_AT = 1500;

/** What counts of a word's occurrences: the second says something, the tenth nothing more. */
const COUNTED = 2;

const ORDER: readonly Genre[] = ['news', 'report', 'speech', 'article', 'communique'];

export interface GenreEvidence {
  title: string;
  text: string;
  /** how many sentences somebody is said to have spoken; quoting the highest leader or the facts is no reporting */
  attributions: number;
  /** a dateline or a broadcaster's name opens the text */
  hasDateline: boolean;
  /** the page says when it was published or who edited it */
  hasStamp: boolean;
  hasAuthor: boolean;
}

/** 3月5日上午，清江县召开动员会: something happened on a day. */
const EVENT = /(?:^|\n)[^，。\n]{0,24}\d{1,2}日(?:上午|下午|晚)?，?[^。\n]{2,40}(?:召开|举行|启动|开幕|闭幕|举办)/;

/** So many of the sentences of a report begin without a subject. */
const IMPERATIVE_SHARE = 0.4;

/** What weak words of one genre can add up to: many of them are still no proof. */
const WEAK_CAP = 3;

/** What the structure says, in the points of the corpus's features. */
const STRUCTURE = {
  base: 2,
  dateline: 4,
  stamp: 1,
  attributions: 4,
  author: 2,
  event: 2,
  imperatives: 3,
  glossary: 3,
  growth: 3,
} as const;

/**
 * Speech, news, report, communique or article, by stated features with weights (corpus/genre-features.json) and by what the
 * structure shows; the genre with the most points wins, of equals the first of `ORDER`.
 */
export function chooseGenre(evidence: GenreEvidence): Genre {
  const text = evidence.text.slice(0, LOOKED_AT);
  const points = pointsOfWords(evidence, text);
  // what has to be searched for in the whole text is asked only where the answer can change the outcome
  if (speaksForItself(evidence) && points.report + MOST_OF_SHAPE >= points[bestOf(points)])
    points.report += shapePoints(text);
  const best = bestOf(points);
  if (best !== 'news' && points.news + STRUCTURE.event >= points[best]) points.news += eventPoints(text);
  return bestOf(points);
}

function bestOf(points: Record<Genre, number>): Genre {
  return ORDER.reduce((best, genre) => (points[genre] > points[best] ? genre : best));
}

/** The points of every genre, for those who ask why. */
export function pointsOfGenres(evidence: GenreEvidence): Record<Genre, number> {
  const text = evidence.text.slice(0, LOOKED_AT);
  const points = pointsOfWords(evidence, text);
  points.news += eventPoints(text);
  if (speaksForItself(evidence)) points.report += shapePoints(text);
  return points;
}

/** All but what `eventPoints` and `shapePoints` say. */
function pointsOfWords(evidence: GenreEvidence, text: string): Record<Genre, number> {
  const strong: Record<Genre, number> = { news: STRUCTURE.base, report: 0, speech: 0, article: 0, communique: 0 };
  const weak: Record<Genre, number> = { news: 0, report: 0, speech: 0, article: 0, communique: 0 };
  for (const [feature, count] of featuresIn(evidence.title, text)) {
    // 新华社播发王明远同志的工作报告 is news about a report
    const isReportedOn = feature.where === 'title-end' && feature.genre !== 'communique' && evidence.hasDateline;
    const weight = isReportedOn ? feature.weight / 2 : feature.weight;
    (weight === 1 ? weak : strong)[feature.genre] += weight * count;
  }
  strong.news += (evidence.hasDateline ? STRUCTURE.dateline : 0) + (evidence.hasStamp ? STRUCTURE.stamp : 0);
  strong.news += Math.min(2 * evidence.attributions, STRUCTURE.attributions);
  if (evidence.hasAuthor && !evidence.hasDateline) strong.article += STRUCTURE.author;
  for (const genre of ORDER) strong[genre] += Math.min(weak[genre], WEAK_CAP);
  return strong;
}

function eventPoints(text: string): number {
  return EVENT.test(text) ? STRUCTURE.event : 0;
}

/** A text that reports nobody's words and has no dateline may be a report. */
function speaksForItself(evidence: GenreEvidence): boolean {
  return evidence.attributions === 0 && !evidence.hasDateline;
}

const MOST_OF_SHAPE = STRUCTURE.imperatives + STRUCTURE.glossary + STRUCTURE.growth;

/** Work reports and plans speak without a subject, explain their terms in notes and give growth without saying over what. */
function shapePoints(text: string): number {
  const isGlossed = /［\d{1,2}］/.test(text) || /^\d{1,2}[.．].{2,30}：/m.test(text);
  const growth = text.match(/(?:增长|提高|提升至|下降|达到?)\d/g)?.length ?? 0;
  const isBareGrowth = growth >= 3 && !/同比|比上年|比去年|比20\d\d年|环比|据统计|数据显示/.test(text);
  return (
    (imperativeShare(text) >= IMPERATIVE_SHARE ? STRUCTURE.imperatives : 0) +
    (isGlossed ? STRUCTURE.glossary : 0) +
    (isBareGrowth ? STRUCTURE.growth : 0)
  );
}

/** Features of titles by the character that is asked first (the last of `title-end`), and a finder for those of texts. */
interface FeatureIndex {
  inTitles: Map<number, GenreFeature[]>;
  atTitleEnds: Map<number, GenreFeature[]>;
  ofTexts: GenreFeature[];
  finder: WordFinder;
}

let featureIndex: FeatureIndex | null = null;

function indexFeatures(): FeatureIndex {
  if (featureIndex !== null) return featureIndex;
  const at = (where: GenreFeature['where']): GenreFeature[] =>
    (features as GenreFeature[]).filter((feature) => feature.where === where);
  const ofTexts = at('text');
  featureIndex = {
    inTitles: groupBy(at('title'), ({ form }) => form.charCodeAt(0)),
    atTitleEnds: groupBy(at('title-end'), ({ form }) => form.charCodeAt(form.length - 1)),
    ofTexts,
    finder: new WordFinder(ofTexts.map((feature) => feature.form)),
  };
  return featureIndex;
}

function groupBy(
  entries: readonly GenreFeature[],
  codeOf: (entry: GenreFeature) => number,
): Map<number, GenreFeature[]> {
  const groups = new Map<number, GenreFeature[]>();
  for (const entry of entries) groups.set(codeOf(entry), [...(groups.get(codeOf(entry)) ?? []), entry]);
  return groups;
}

/** The features that title and text show, with how often, up to what counts. */
function featuresIn(title: string, text: string): (readonly [GenreFeature, number])[] {
  const { ofTexts, finder } = indexFeatures();
  const counts = new Map<number, number>();
  for (let word = finder.next(text, 0); word !== -1; word = finder.next(text, finder.end))
    counts.set(word, Math.min((counts.get(word) ?? 0) + 1, COUNTED));
  const found: (readonly [GenreFeature, number])[] = titleFeatures(title).map((feature) => [feature, 1]);
  for (const [word, count] of counts) found.push([ofTexts[word] as GenreFeature, count]);
  return found;
}

function titleFeatures(title: string): GenreFeature[] {
  const { inTitles, atTitleEnds } = indexFeatures();
  const ending = title.replace(/[（(][^（）()]{1,16}[）)]$/, '');
  const found = (atTitleEnds.get(ending.charCodeAt(ending.length - 1)) ?? []).filter(({ form }) =>
    ending.endsWith(form),
  );
  for (let at = 0; at < title.length; at++) {
    for (const feature of inTitles.get(title.charCodeAt(at)) ?? []) {
      if (title.startsWith(feature.form, at) && !found.includes(feature)) found.push(feature);
    }
  }
  return found;
}

/** Verbs and adverbs that open a sentence without a subject, as work reports and plans do: 加快…, 深入实施…. */
const IMPERATIVE =
  /^(?:着力|深入|全面|积极|大力|扎实|稳步|持续|加快|推动|推进|实施|深化|加强|强化|完善|健全|优化|提升|提高|促进|支持|鼓励|落实|办好|建设|建立|打造|培育|壮大|坚持|统筹|扩大|发展|聚焦|突出|用好|抓好|做好|严格|切实|有序|保障|巩固|拓展|构建|开展|引导|新增|完成|实现|获评|创新|奋力|聚力|全力|精准|精心|深度|高标准|高质量|高水平|一体|协同|系统|纵深|坚守|坚决|牢牢|树牢|践行|出台|制定|启动|开工|建成|建好|发挥|增强|释放|激发|畅通|打通|打好|守好|守住|防范|化解|改造|整治|淘汰|盘活|融入|服务|服务保障|加力|累计|超额|率先|成功|圆满)/;

const ENUMERATOR = /^(?:[一二三四五六七八九十]{1,2}是|——|（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]、)/;

/** Share of sentences that begin with such a word; one or two show nothing. */
function imperativeShare(text: string): number {
  const sentences = text.split(/[。\n]/).filter((sentence) => sentence.length >= 4);
  if (sentences.length < 3) return 0;
  return (
    sentences.filter((sentence) => IMPERATIVE.test(sentence.trim().replace(ENUMERATOR, ''))).length / sentences.length
  );
}
