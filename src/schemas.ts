import * as z from 'zod';
import { reportSchema } from './report/schema.js';

export type {
  AttributionRecord,
  CheckRecord,
  DateRecord,
  DiagnosticRecord,
  EnumerationRecord,
  HeadingRecord,
  IndicatorRecord,
  NumeralRecord,
  ParagraphRecord,
  Report,
  ReportMetadata,
  ReportSource,
  SentenceRecord,
  SloganListRecord,
  SloganRecord,
  StatisticRecord,
  TokenRecord,
} from './report/schema.js';
/**
 * `tifa/schemas`: the zod schemas of the report, to check stored reports or to derive schemas of one's own.
 * An entry by itself, because loading zod takes longer than everything else in `tifa` together.
 */
export {
  attributionSchema,
  checkSchema,
  dateRecordSchema,
  diagnosticSchema,
  engineSchema,
  enumerationItemSchema,
  enumerationSchema,
  headingSchema,
  indicatorSchema,
  metadataSchema,
  numeralRecordSchema,
  paragraphSchema,
  reportSchema,
  sentenceSchema,
  sloganItemSchema,
  sloganListSchema,
  sloganSchema,
  sourceSchema,
  statisticSchema,
  tokenSchema,
} from './report/schema.js';

/** The report as a JSON Schema, draft 2020-12: plain JSON, generated from `reportSchema`. */
export function reportJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }) as Record<string, unknown>;
}
