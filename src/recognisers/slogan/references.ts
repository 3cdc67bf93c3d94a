import type { Document } from '../../document/document.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import type { SloganList, SloganMention } from '../mentions.js';

/** Mentions without a list of their own take that of the nearest mention of the same label, else the lexicon's members. */
export function referLists(document: Document, lexicon: Lexicon, date: string | null, mentions: readonly SloganMention[]): void {
  const spelled = new Map<string, SloganMention[]>();
  for (const mention of mentions) {
    if (mention.list === null) continue;
    const label = document.view.label(mention);
    spelled.set(label, [...(spelled.get(label) ?? []), mention]);
  }
  for (const mention of mentions) {
    if (mention.list !== null) continue;
    const sources = spelled.get(document.view.label(mention)) ?? [];
    mention.list = listFrom(sources, mention) ?? listFromLexicon(lexicon, mention, date);
  }
}

function listFrom(sources: readonly SloganMention[], mention: SloganMention): SloganList | null {
  const before = sources.filter((source) => source.start < mention.start);
  const source = before[before.length - 1] ?? sources[0];
  if (source?.list == null) return null;
  return { ...source.list, how: 'document', from: source, enumeration: null };
}

function listFromLexicon(lexicon: Lexicon, mention: SloganMention, date: string | null): SloganList | null {
  if (mention.lexicon === null) return null;
  const entry = lexicon.lookup(mention.lexicon, { date });
  if (entry?.members == null || entry.members.length === 0) return null;
  return { how: 'lexicon', items: [], lexiconItems: [...entry.members], declared: entry.count ?? entry.members.length, from: null, enumeration: null };
}
