import { leadClause } from '../../document/enumerations.js';
import type { Span } from '../../text/span.js';
import type { SloganHow } from '../mentions.js';
import { trimMember } from './run.js';

const HAN = '[一二三四五六七八九十]{1,3}';
/** 第一道是, 一来, 其一，, （1）, 2., 一个是: what numbers the members of a run; the lead clause stands behind it. */
const ORDINAL = new RegExp(
  `(?:第${HAN}(?:[个条道类种步点项句篇件场把张层]|方面|大)?(?:[一-鿿]{0,4}(?:，是|是)|就?是要?|要|为|，|：)|${HAN}(?:[层类种条点][一-鿿]{0,3}是|是要?|要|来|则)|其${HAN}(?:是|，|：)?|[（(]?(?:${HAN}|\\d{1,2})[）).．、]|[①-⑳]|(?:一|另一?)(?:[个类种项条篇件场把张道对]|方面)(?:方面)?是|首先|其次|再次|最后|另?一方面)(?:是|，)?`,
  'y',
);
const DASH = /——?|[•·●■◆▲]/y;

/** ，一个是…，一个是…: a number stands at `offset`. */
export function isMarkedAt(text: string, offset: number): boolean {
  ORDINAL.lastIndex = offset;
  return ORDINAL.test(text);
}

/** Members that a run numbers one by one, without their numbers; null when it does not. */
export function readMarked(text: string, members: readonly Span[]): { how: SloganHow; items: Span[] } | null {
  for (const [how, marker] of [
    ['ordinals', ORDINAL],
    ['bullets', DASH],
  ] as const) {
    const items: Span[] = [];
    for (const member of members) {
      marker.lastIndex = member.start;
      if (!marker.test(text) || marker.lastIndex >= member.end) break;
      items.push(trimMember(text, leadClause(text, { start: marker.lastIndex, end: member.end })));
    }
    if (items.length === members.length && members.length > 1) return { how, items };
  }
  return null;
}
