import { fieldRole } from '../document/furniture.js';
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
  publisher: ['contentsource', 'source', 'og:site_name', 'dc.publisher', 'sitename'],
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
  const text = value.replace(/[\s\u3000]+/g, ' ').trim();
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

const FIELD = /([\u4e00-\u9fff]{2,6})[\s\u3000]?[:：][\s\u3000]{0,2}([^\s\u3000|｜【】[\]<>]{1,30})/g;

/** What a date line says: 2021-03-16 09:12 来源：云河日报 责任编辑：李清. Null when it is none. */
export function readDateLine(line: string): SourceMetadata | null {
  if (line.length > 200) return null;
  const metadata: SourceMetadata = {};
  for (const [, label, value] of line.matchAll(FIELD)) {
    const role = fieldRole(label as string);
    if (role === null || role === 'none' || role === 'published') continue;
    metadata[role] ??= value as string;
  }
  const published = isoDate(line);
  if (published !== null && isStamp(line)) metadata.published = published;
  return Object.keys(metadata).length === 0 ? null : metadata;
}

/** A date in a sentence stamps nothing. */
function isStamp(line: string): boolean {
  return !/[。！？]/.test(line) && !line.includes('今天是');
}
