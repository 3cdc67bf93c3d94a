import type { Document } from '../../document/document.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { CharSet } from '../../text/char-set.js';
import { firstFrom, type Span } from '../../text/span.js';
import type { SloganList, SloganMention } from '../mentions.js';

/** What a mention that only refers is compared by. */
interface Reference extends Span {
  numerals: readonly (number | null)[];
  /** what is counted, as text */
  head: string;
  isQuoted: boolean;
}

/** 这四项任务, 上述三个环节, 以上五个方面: words before a label that point back to where it was spelled out. */
const DEMONSTRATIVES = /(?:这|[上前]述|以上|上面|前面|此|该)$/;
const DEMONSTRATIVE_ENDS = new CharSet('这述上面此该');

/** How far back a label in other words is looked for, in characters: the next section has four tasks of its own. */
const FARTHEST = 2000;

/** Mentions without a list of their own take that of another mention in the document, else the lexicon's members. */
export function referLists(
  document: Document,
  lexicon: Lexicon,
  date: string | null,
  mentions: readonly SloganMention[],
): void {
  const spelled = new Map<string, SloganMention[]>();
  const sources = mentions.filter((mention) => mention.list !== null);
  for (const source of sources) {
    const label = document.view.label(source);
    const fellows = spelled.get(label);
    if (fellows === undefined) spelled.set(label, [source]);
    else fellows.push(source);
  }
  for (const mention of mentions) {
    if (mention.list !== null) continue;
    const source =
      nearest(spelled.get(document.view.label(mention)) ?? [], mention) ??
      antecedentOf(document.text, mention, sources);
    mention.list = source === null ? listFromLexicon(lexicon, mention, date) : listFrom(source);
  }
}

/**
 * The mention with a list that 这四项任务 points back to: the nearest before it with the same number whose head is the same or the
 * same with a modifier (四项任务 and 四项重点任务, 六方面 and 六个方面); null when the words point to none.
 */
export function antecedentOf(
  text: string,
  reference: Reference,
  mentions: readonly SloganMention[],
): SloganMention | null {
  if (reference.numerals.length !== 1 || !isAnaphor(text, reference)) return null;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i] as SloganMention;
    if (mention.end > reference.start || mention.list === null) continue;
    if (reference.start - mention.end > FARTHEST) return null;
    if (
      mention.numerals.length === 1 &&
      mention.numerals[0] === reference.numerals[0] &&
      isSameHead(mention.head, reference.head)
    )
      return mention;
  }
  return null;
}

function isAnaphor(text: string, { start, isQuoted }: Reference): boolean {
  const end = isQuoted && '“‘'.includes(text.charAt(start - 1) || '\n') ? start - 1 : start;
  return DEMONSTRATIVE_ENDS.has(text.charCodeAt(end - 1)) && DEMONSTRATIVES.test(text.slice(Math.max(0, end - 2), end));
}

/** 任务 and 重点任务; 方面 and 方面工作, since 方面 carries the count and the noun behind it may be left out. */
function isSameHead(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a.endsWith(b) || b.endsWith(a) || (a.startsWith('方面') && b.startsWith('方面'));
}

/** The last mention before this one, else the first of all. */
function nearest(sources: readonly SloganMention[], { start }: Span): SloganMention | null {
  const behind = firstFrom(sources, start);
  return sources[Math.max(0, behind - 1)] ?? null;
}

function listFrom(source: SloganMention): SloganList | null {
  return source.list === null ? null : { ...source.list, how: 'document', from: source, enumeration: null };
}

function listFromLexicon(lexicon: Lexicon, mention: SloganMention, date: string | null): SloganList | null {
  if (mention.lexicon === null) return null;
  const entry = lexicon.lookup(mention.lexicon, { date });
  if (entry?.members == null || entry.members.length === 0) return null;
  return {
    how: 'lexicon',
    items: [],
    lexiconItems: [...entry.members],
    declared: entry.count ?? entry.members.length,
    from: null,
    enumeration: null,
  };
}
