import type { Document } from '../document/document.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { DateMention, SloganMention, StatisticMention } from '../recognisers/mentions.js';
import { checkChanges } from './change-checks.js';
import type { Check, Finding } from './check.js';
import { checkDates } from './date-checks.js';
import { groupBySentence } from './figure-sentence.js';
import { checkLists } from './list-checks.js';
import { checkAttendance, checkParts } from './part-checks.js';
import { checkRates } from './rate-checks.js';

export type { Check } from './check.js';

interface Found {
  slogans: SloganMention[];
  dates: DateMention[];
  statistics: StatisticMention[];
  /** the date that the document is read against */
  anchor: string | null;
}

interface Ids {
  idOf(mention: SloganMention | DateMention | StatisticMention): string | null;
}

/** What does not add up in one document, in the order of the records; with `withAgreements` also what was computed and holds. */
export function buildChecks(
  found: Found,
  document: Document,
  lexicon: Lexicon,
  ids: Ids,
  withAgreements: boolean,
): Check[] {
  const findings = checkLists(document, found.slogans, lexicon, found.anchor).concat(
    checkDates(document, found.dates),
    auditFigures(document, found.statistics, withAgreements),
  );
  if (findings.length === 0) return [];
  return findings.sort(byPlace).map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    records: finding.mentions.map((mention) => ids.idOf(mention)).filter((id) => id !== null),
  }));
}

/**
 * Do the figures agree with one another? Parts with their whole, rates and changes with the figures that they follow from.
 * A contradiction is always a warning; with `withAgreements` what was computed and holds is told as well.
 */
export function auditFigures(
  document: Document,
  statistics: readonly StatisticMention[],
  withAgreements: boolean,
): Finding[] {
  const findings = checkParts(document.text, statistics, withAgreements);
  for (const sentence of groupBySentence(document, statistics)) {
    if (sentence.figures.length > 1) {
      findings.push(...checkAttendance(sentence, withAgreements), ...checkRates(sentence, withAgreements));
    }
    findings.push(...checkChanges(sentence, withAgreements));
  }
  return findings.length > 1 ? findings.sort(byPlace) : findings;
}

function byPlace(a: Finding, b: Finding): number {
  return startOf(a) - startOf(b);
}

function startOf(finding: Finding): number {
  return Math.min(...finding.mentions.map((mention) => mention.start));
}
