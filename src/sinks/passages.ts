import type { Report } from '../report/schema.js';
import { createView } from '../text/view.js';

/** Document, kind, record, text: one line that the full-text search can find. */
export type Passage = readonly [document: string, kind: string, record: string | null, text: string];

/** Title, sentences and labels of a report, all in simplified characters: who looks for 环节 also finds 環(huán)節(jié). */
export function passagesOf(report: Report): Passage[] {
  const { id, metadata } = report;
  const title: Passage[] = metadata.title === null ? [] : [[id, 'title', null, metadata.title]];
  return [
    ...title,
    ...report.sentences.map((sentence, at): Passage => {
      return [id, 'sentence', String(at), createView(report.text.slice(sentence.start, sentence.end)).text];
    }),
    ...report.slogans.map((slogan): Passage => [id, 'slogan', slogan.id, slogan.label]),
    ...report.slogans.flatMap((slogan) =>
      (slogan.list?.items ?? []).map((item): Passage => [id, 'item', slogan.id, item.label]),
    ),
    ...report.statistics.flatMap((statistic): Passage[] =>
      statistic.indicator === null ? [] : [[id, 'indicator', statistic.id, statistic.indicator.label]],
    ),
  ];
}
