import { readViewAsDocument } from '../../src/document/read-document.js';
import { calendarTerms } from '../../src/lexicon/calendar.js';
import { loadLexicon } from '../../src/lexicon/lexicon.js';
import { TermIndex } from '../../src/lexicon/term-index.js';
import { Claims } from '../../src/recognisers/claims.js';
import { type Dates, readDates } from '../../src/recognisers/date/index.js';
import { createView } from '../../src/text/view.js';

let index: TermIndex | null = null;

export interface ReadDates extends Dates {
  /** text of each mention, in order */
  texts: string[];
}

/** The dates of a text as the recogniser alone reads them: nothing has taken a numeral before but idioms and names. */
export function readDatesOf(text: string, anchor: string | null = null): ReadDates {
  index ??= new TermIndex([...loadLexicon().terms(), ...calendarTerms()]);
  const view = createView(text);
  const document = readViewAsDocument(view, index);
  const claims = new Claims(document.numerals);
  for (const { term, start, end } of document.terms) {
    if (term.kind === 'idiom' || term.kind === 'name') claims.take({ start, end }, term.kind);
  }
  const dates = readDates(document, claims, { anchor });
  return { ...dates, texts: dates.dates.map((date) => view.text.slice(date.start, date.end)) };
}
