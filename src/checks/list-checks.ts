import type { Document } from '../document/document.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { SloganMention } from '../recognisers/mentions.js';
import { CharSet } from '../text/char-set.js';
import type { Finding } from './check.js';

/** Lists that are spelled out here and meant to be whole: not taken over from elsewhere, not left open by 等. */
function isOwnList(document: Document, slogan: SloganMention): boolean {
  const { list } = slogan;
  if (list === null || list.how === 'document' || list.how === 'lexicon') return false;
  const last = list.items[list.items.length - 1];
  return last === undefined || !isLeftOpen(document.text, last.end);
}

/** 等 or 在内 behind the last member, a closing quotation mark between them passed over. */
function isLeftOpen(text: string, offset: number): boolean {
  const at = CLOSING_QUOTES.has(text.charCodeAt(offset)) ? offset + 1 : offset;
  return text[at] === '等' || text.startsWith('在内', at);
}

const CLOSING_QUOTES = new CharSet('”’」');

/**
 * Lists against the number that their slogan declares, against another spelling-out in the document, and against the lexicon.
 * @param date the document's date, for formulations whose content changed
 */
export function checkLists(
  document: Document,
  slogans: readonly SloganMention[],
  lexicon: Lexicon,
  date: string | null,
): Finding[] {
  const own = slogans.filter((slogan) => isOwnList(document, slogan));
  if (own.length === 0) return [];
  const first = new Map<string, SloganMention>();
  const findings: Finding[] = [];
  for (const slogan of own) {
    const label = document.view.label(slogan);
    const before = first.get(label);
    if (before === undefined) first.set(label, slogan);
    findings.push(...countFinding(document, label, slogan));
    const differing =
      before === undefined
        ? lexiconFinding(document, label, slogan, membersIn(lexicon, slogan, date))
        : differsFinding(document, label, before, slogan);
    findings.push(...differing);
  }
  return findings;
}

/** 六大顽瘴痼疾 with five members. */
function countFinding(document: Document, label: string, slogan: SloganMention): Finding[] {
  const declared = slogan.list?.declared ?? null;
  if (declared === null || declared === slogan.list?.items.length) return [];
  const items = itemLabels(document, slogan);
  const message = `“${label}” declares ${declared} members, the text lists ${items.length}: ${items.map(shorten).join('、')}.`;
  return [{ code: 'list-count', severity: 'warning', message, mentions: [slogan] }];
}

const LONGEST_SHOWN = 24;

function shorten(label: string): string {
  return label.length > LONGEST_SHOWN ? `${label.slice(0, LONGEST_SHOWN)}…` : label;
}

/** Of two or three members one in other words is no sign of another list. */
const FEWEST_COMPARED = 4;

function itemLabels(document: Document, slogan: SloganMention): string[] {
  return (slogan.list?.items ?? []).map((item) => document.view.label(item));
}

function differsFinding(document: Document, label: string, before: SloganMention, slogan: SloganMention): Finding[] {
  const [a, b] = [itemLabels(document, before), itemLabels(document, slogan)];
  const missing = onlyIn(a, b);
  const added = onlyIn(b, a);
  // 三化 of two enterprises are two things: only lists that mostly agree are meant to be one
  if (missing.length + added.length === 0 || (missing.length + added.length) * 2 > a.length + b.length - 1) return [];
  const message = `“${label}” is spelled out in two ways: ${missing.join('、') || '–'} against ${added.join('、') || '–'}.`;
  return [{ code: 'list-differs', severity: 'warning', message, mentions: [before, slogan] }];
}

/** Members that the lexicon gave the formulation on that date; none of one that is not fixed, since its label means something else elsewhere. */
function membersIn(lexicon: Lexicon, slogan: SloganMention, date: string | null): readonly string[] {
  const entry = slogan.lexicon === null ? null : lexicon.lookup(slogan.lexicon, { date });
  return entry?.fixed === true ? (entry.members ?? []) : [];
}

/** Only where most members agree: two formulations may share a label, and a lead clause may say the same in other words. */
function lexiconFinding(
  document: Document,
  label: string,
  slogan: SloganMention,
  members: readonly string[],
): Finding[] {
  if (members.length < FEWEST_COMPARED) return [];
  const items = itemLabels(document, slogan);
  const missing = onlyIn(members, items);
  const added = onlyIn(items, members);
  if (missing.length === 0 || missing.length * 2 > members.length || added.length > missing.length) return [];
  const listed = added.length > 0 ? `, the text has ${added.join('、')}` : '';
  const message = `“${label}” differs from the lexicon: ${missing.join('、')} ${missing.length === 1 ? 'is' : 'are'} missing${listed}.`;
  return [{ code: 'list-differs', severity: 'info', message, mentions: [slogan] }];
}

/** Members of one list that the other has in no form: one that holds another (树立政治意识 and 政治意识) is the same. */
function onlyIn(list: readonly string[], other: readonly string[]): string[] {
  const differing = list.filter((item) => !other.includes(item));
  if (differing.length === 0) return differing;
  const plain = other.map(bare);
  return differing.filter((item) => {
    const own = bare(item);
    return !plain.some((candidate) => isSame(own, candidate));
  });
}

function bare(item: string): string {
  return item.replace(/[“”‘’《》、，\s]/g, '');
}

/** The same, or one a short form of the other: 鲢 for 鲢鱼, 脱贫攻坚战 for 精准脱贫攻坚战, 农业农村现代化 for 农业现代化和农村现代化. */
function isSame(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = -1;
  for (const character of short) {
    at = long.indexOf(character, at + 1);
    if (at === -1) return false;
  }
  return true;
}
