import { type FieldRole, fieldRole } from '../document/furniture.js';
import type { SourceMetadata } from '../document/source-document.js';

/** `<meta>` names, lower case, that content systems use; the first that is there wins. */
const META_NAMES: Readonly<Record<keyof SourceMetadata, readonly string[]>> = {
  title: ['articletitle', 'og:title', 'twitter:title', 'dc.title', 'title'],
  published: [
    'pubdate',
    'publishdate',
    'article:published_time',
    'og:release_date',
    'dc.date',
    'publish-date',
    'date',
    'makedate',
  ],
  publisher: ['contentsource', 'source', 'dc.publisher'],
  author: ['author', 'og:article:author', 'article:author', 'dc.creator'],
  editor: ['editor', 'maker', 'responsibleeditor'],
};

const KEYS = Object.keys(META_NAMES) as (keyof SourceMetadata)[];

/** What the `<meta>` elements of a page say about its article. */
export function readMetas(metas: ReadonlyMap<string, string>): SourceMetadata {
  const metadata: SourceMetadata = {};
  for (const key of KEYS) {
    const name = META_NAMES[key].find((each) => metas.has(each));
    const value = name === undefined ? null : cleanValue(key, metas.get(name) as string);
    if (value !== null) metadata[key] = value;
  }
  return metadata;
}

function cleanValue(key: keyof SourceMetadata, value: string): string | null {
  const text = value
    .replace(/[\s\u3000]+/g, ' ')
    .replace(LABEL, '')
    .trim();
  return key === 'published' ? isoDate(text) : text === '' ? null : text;
}

/** First calendar date in a text as ISO 8601; 2021-3-16, 2021年3月16日, 2021.03.16, 20210316. */
export function isoDate(text: string): string | null {
  const match =
    /(\d{4})\s?[-年./]\s?(\d{1,2})\s?[-月./]\s?(\d{1,2})/.exec(text) ??
    /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(text);
  if (match === null) return null;
  const [month, day] = [Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Name of a source beside a date without a label. */
const LONGEST_BESIDE_DATE = 12;
const STAMP_LABEL = /(?:时间|日期|来源|责任编辑|责编|发布|发表于)\s?(?:[:：]|于|\d)|第\s?\d{1,3}\s?版/;

/** A label in front of a value: 来源：, 新闻来源：, 责任编辑： */
const LABEL = /^\s*[\u4e00-\u9fff]{2,6}[:：]\s*/;
const FIELD = /([\u4e00-\u9fff]{2,12})[\s\u3000]?[:：][\s\u3000]{0,2}/g;
const VALUE_END = /[\s\u3000|｜【】[\]<>)）]/;
/** What stands before 来源 in its longer names. */
const SOURCE_PREFIX = /(?:新闻|信息|稿件|文章|内容|文稿)$/;

/** What a date line says: 2021-03-16 09:12 来源：云河日报 责任编辑：李清. Null when it is none. */
export function readDateLine(line: string): SourceMetadata | null {
  if (line.length > 200) return null;
  const metadata: SourceMetadata = {};
  for (const { role, value } of readFields(line)) {
    if (role !== 'none' && role !== 'published' && value !== '') metadata[role] ??= value;
  }
  const published = isoDate(line);
  if (published !== null && isStamp(line)) metadata.published = published;
  return Object.keys(metadata).length === 0 ? null : metadata;
}

/** A stamp is a date, an hour and little more; in a sentence or a caption (2021年3月16日市委全会通过) a date stamps nothing. */
function isStamp(line: string): boolean {
  if (line.includes('今天是')) return false;
  if (STAMP_LABEL.test(line)) return true;
  return line.replace(/[\d年月日时分:：\-./\s\u3000|｜（）()《》【】]+/g, '').length <= LONGEST_BESIDE_DATE;
}

/** Labels that are known, with what stands behind each up to the next label or blank: spans of a page often touch. */
function readFields(line: string): { role: FieldRole; value: string }[] {
  const labels: { word: string; from: number; end: number }[] = [];
  for (const match of line.matchAll(FIELD)) {
    const word = knownLabel(match[1] as string);
    if (word !== null)
      labels.push({
        word,
        from: match.index + (match[1] as string).length - word.length,
        end: match.index + match[0].length,
      });
  }
  return labels.map(({ word, end }, i) => {
    const behind = line.slice(end, labels[i + 1]?.from ?? line.length).replace(SOURCE_PREFIX, '');
    return { role: fieldRole(word) ?? 'none', value: behind.split(VALUE_END)[0] as string };
  });
}

/** The known label at the end of some characters: 王明远来源 → 来源. */
function knownLabel(characters: string): string | null {
  for (let from = 0; from <= characters.length - 2; from++) {
    if (fieldRole(characters.slice(from)) !== null) return characters.slice(from);
  }
  return null;
}
