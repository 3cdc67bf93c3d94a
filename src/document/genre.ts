import features from '../../corpus/genre-features.json';
import type { Genre } from './document.js';

interface GenreFeature {
  form: string;
  /** where it is looked for: the end of the title, anywhere in it, or the text */
  where: 'title-end' | 'title' | 'text';
  genre: Genre;
  weight: number;
  example: string;
}

/** Genre is told from the first characters; the rest of a long document says the same again. */
const LOOKED_AT = 3000;

/** What counts of a word's occurrences: the second says something, the tenth nothing more. */
const COUNTED = 2;

const ORDER: readonly Genre[] = ['news', 'report', 'speech', 'article', 'communique'];

export interface GenreEvidence {
  title: string;
  text: string;
  /** how many sentences somebody is said to have spoken */
  attributions: number;
  /** a dateline or a broadcaster's name opens the text */
  hasDateline: boolean;
  hasAuthor: boolean;
}

/**
 * Speech, news, report, communique or article, by stated features with weights (corpus/genre-features.json) and by what the
 * structure shows; the genre with the most points wins, of equals the first of `ORDER`.
 */
export function chooseGenre(evidence: GenreEvidence): Genre {
  const points: Record<Genre, number> = { news: 1, report: 0, speech: 0, article: 0, communique: 0 };
  const text = evidence.text.slice(0, LOOKED_AT);
  for (const feature of features as GenreFeature[]) points[feature.genre] += feature.weight * occurrences(feature, evidence.title, text);
  if (evidence.hasDateline) points.news += 4;
  points.news += Math.min(evidence.attributions, 3);
  if (evidence.attributions === 0 && !evidence.hasDateline) points.report += imperativeShare(text) >= 0.4 ? 2 : 0;
  if (evidence.hasAuthor && !evidence.hasDateline) points.article += 2;
  return ORDER.reduce((best, genre) => (points[genre] > points[best] ? genre : best));
}

function occurrences(feature: GenreFeature, title: string, text: string): number {
  if (feature.where === 'title-end') return title.replace(/[（(][^（）()]{1,16}[）)]$/, '').endsWith(feature.form) ? 1 : 0;
  const within = feature.where === 'title' ? title : text;
  let count = 0;
  for (let at = within.indexOf(feature.form); at !== -1 && count < COUNTED; at = within.indexOf(feature.form, at + 1)) count++;
  return count;
}

/** Verbs and adverbs that open a sentence without a subject, as work reports and plans do: 加快…, 深入实施…. */
const IMPERATIVE =
  /^(?:[一二三四五六七八九十]是|——|（[一二三四五六七八九十]）)?(?:着力|深入|全面|积极|大力|扎实|稳步|持续|加快|推动|推进|实施|深化|加强|强化|完善|健全|优化|提升|提高|促进|支持|鼓励|落实|办好|建设|建立|打造|培育|壮大|坚持|统筹|扩大|发展|聚焦|突出|用好|抓好|做好|严格|切实|有序|保障|巩固|拓展|构建|开展|引导|新增|完成|实现|获评|创新)/;

/** Share of sentences that begin with such a word. */
function imperativeShare(text: string): number {
  const sentences = text.split(/[。\n]/).filter((sentence) => sentence.length >= 6);
  if (sentences.length === 0) return 0;
  return sentences.filter((sentence) => IMPERATIVE.test(sentence.trim())).length / sentences.length;
}
