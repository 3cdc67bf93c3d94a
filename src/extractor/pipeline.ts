import type { Document } from '../document/document.js';
import type { NumeralRole } from '../language/numerals.js';
import { Claims } from '../recognisers/claims.js';
import { readDates } from '../recognisers/date/index.js';
import { leftoverRole } from '../recognisers/leftover-role.js';
import type { DateMention, SloganMention, StatisticMention } from '../recognisers/mentions.js';
import { readSlogans, type SloganTrace } from '../recognisers/slogan/index.js';
import { readStatistics } from '../recognisers/statistic/index.js';
import type { Settings } from './settings.js';

/** All that the recognisers found in one document; spans point into the view. */
export interface Findings {
  slogans: SloganMention[];
  dates: DateMention[];
  statistics: StatisticMention[];
  anchor: string | null;
  anchorFrom: 'option' | 'published' | 'dateline' | 'text' | null;
}

/**
 * One pass over the numerals by stated order: page furniture, enumerators, idioms and names, fixed formulations (两个一百年 is no
 * period), dates, slogans, statistics. Who comes later gets what is left; what is left at the end has role `unknown`.
 */
export function recognise(document: Document, settings: Settings, trace?: (step: SloganTrace) => void): Findings {
  const claims = new Claims(document.numerals);
  claimByStructure(document, claims);
  claimByLexicon(document, claims, settings);
  const { dates, anchor, anchorFrom, issues } = readDates(document, claims, { anchor: settings.anchor });
  const wants = needed(settings);
  const slogans = wants.slogans ? readSlogans(document, claims, settings.lexicon, anchor, trace) : [];
  const figures = wants.statistics
    ? readStatistics(document, claims, { dates, anchor })
    : { statistics: [], issues: [] };
  document.issues.push(...issues, ...figures.issues);
  if (settings.hasNumerals) claimRest(document);
  return { slogans, dates, statistics: figures.statistics, anchor, anchorFrom };
}

/** What has to be read for what is wanted: slogans take numerals from statistics, and the roles of numerals need all. */
function needed({ only, hasNumerals }: Settings): { slogans: boolean; statistics: boolean } {
  const statistics = only.has('statistics') || hasNumerals;
  return { slogans: statistics || only.has('slogans'), statistics };
}

function claimByStructure(document: Document, claims: Claims): void {
  claimAddresses(document.text, claims);
  for (const paragraph of document.paragraphs) {
    if (paragraph.kind === 'furniture') claims.take(paragraph, 'furniture');
    if (paragraph.marker !== null) claims.take(paragraph.marker, 'enumerator');
  }
  for (const enumeration of document.enumerations) {
    if (enumeration.items.length > 1) for (const item of enumeration.items) claims.take(item.marker, 'enumerator');
  }
}

/** tv.example.cn/2021/03/05/…: the numbers of an address are page furniture, not dates. */
function claimAddresses(text: string, claims: Claims): void {
  const first = text.indexOf('://');
  if (first === -1) return;
  const address = /[!-~]*/y;
  for (let at = first; at !== -1; at = text.indexOf('://', address.lastIndex)) {
    address.lastIndex = at;
    address.test(text);
    claims.take({ start: at, end: address.lastIndex }, 'furniture');
  }
}

/** A word of the lexicon takes its numerals before anybody reads them one by one. */
function claimByLexicon(document: Document, claims: Claims, settings: Settings): void {
  for (const hit of document.terms) {
    const role = roleOf(hit.term.kind);
    if (role === 'slogan' && settings.lexicon.lookup(hit.term.key)?.fixed !== true) continue;
    if (role !== null) claims.take(hit, role);
  }
}

function roleOf(kind: string): NumeralRole | null {
  if (kind === 'idiom') return 'idiom';
  if (kind === 'name') return 'name';
  return kind === 'formulation' ? 'slogan' : null;
}

function claimRest(document: Document): void {
  for (const numeral of document.numerals) numeral.role ??= leftoverRole(document.text, numeral);
}
