import * as z from 'zod';

/**
 * The published shape of a report, version 1. These schemas are its one definition: the types are inferred from them,
 * and the JSON Schema that `tifa schema` prints is generated from them. Zod is loaded by `tifa/schemas` and by
 * `tifa schema` only; the core imports the types alone.
 */

/** Half-open offsets in UTF-16 code units into `Report.text`. */
const offset = z.int().nonnegative().describe('Offset in UTF-16 code units into the text of the report.');
const index = z.int().nonnegative();
const isoDate = z.iso.date().describe('ISO 8601 date: 2021-03-05.');

/** A stretch of the source: `text` as it stands there, `label` in simplified characters without debris and inner blanks. */
const place = { start: offset, end: offset, text: z.string(), label: z.string() };

const severity = z.enum(['info', 'warning']);

export const sourceSchema = z
  .strictObject({
    path: z.string().nullable(),
    name: z.string().nullable(),
    bytes: z.int().nonnegative().describe('Size of the source in bytes.'),
    mediaType: z.string(),
    encoding: z.string().nullable(),
    encodingConfidence: z.number().min(0).max(1).nullable(),
    script: z.enum(['hans', 'hant', 'mixed']),
  })
  .describe('Where the text came from and how it was read.');

export const metadataSchema = z
  .strictObject({
    title: z.string().nullable(),
    published: isoDate.nullable().describe('The date that the document itself says it was published on.'),
    anchor: z
      .string()
      .regex(/^\d{4}(?:-\d{2}){0,2}$/)
      .nullable()
      .describe('The date that 今年 and 3月5日 are read against; a year where the text says no more: 2021.'),
    anchorFrom: z.enum(['option', 'published', 'dateline', 'text']).nullable(),
    genre: z.enum(['speech', 'news', 'report', 'communique', 'article']),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    editor: z.string().nullable(),
    place: z.string().nullable(),
  })
  .describe('What the document says about itself.');

export const headingSchema = z.strictObject({ ...place, level: z.int().positive() });

export const paragraphSchema = z.strictObject({
  start: offset,
  end: offset,
  heading: index.nullable().describe('Index into headings.'),
  enumerator: z.string().nullable().describe('一是, 第二, （三）, —— …'),
  furniture: z.boolean().describe('True for menus, stamps and footers of the page.'),
});

export const sentenceSchema = z.strictObject({
  start: offset,
  end: offset,
  paragraph: index,
  attribution: index.nullable().describe('Index into attributions.'),
});

export const attributionSchema = z
  .strictObject({ ...place, verb: z.string() })
  .describe('Who says what follows: 会议强调, 记者获悉.');

export const enumerationItemSchema = z.strictObject({
  ...place,
  marker: z.string(),
  body: z.strictObject({ start: offset, end: offset }).describe('All that the item says.'),
});

export const enumerationSchema = z
  .strictObject({
    id: z.string(),
    start: offset,
    end: offset,
    marker: z.string().describe('Form of the first marker: 一是, 第一, （一）, —— …'),
    level: z.int().positive(),
    items: z.array(enumerationItemSchema),
    slogan: z.string().nullable().describe('Id of the slogan that announces it.'),
    parent: z.string().nullable().describe('Id of the enumeration whose item holds it.'),
  })
  .describe('A list that the text marks as one.');

export const sloganItemSchema = z.strictObject({
  start: offset.nullable(),
  end: offset.nullable(),
  text: z.string(),
  label: z.string(),
});

export const sloganListSchema = z.strictObject({
  how: z
    .enum(['apposition', 'parenthesis', 'following', 'ordinals', 'bullets', 'headings', 'affix', 'document', 'lexicon'])
    .describe('document: spelled out at another mention; lexicon: supplied by the lexicon, items then have no place.'),
  items: z.array(sloganItemSchema),
  declared: z.int().nullable().describe('The number that the label names.'),
  complete: z.boolean().describe('items.length === declared'),
  from: z.string().nullable().describe('document: id of that slogan; lexicon: key of the entry.'),
});

export const sloganSchema = z
  .strictObject({
    id: z.string(),
    ...place,
    numerals: z.array(z.number().nullable()).describe('三高四新 → [3,4]; 六+N → [6,null]; 双 and 两 are 2.'),
    head: z.string().describe('What is counted: 意识, 任务.'),
    classifier: z.string().nullable(),
    quoted: z.boolean(),
    list: sloganListSchema.nullable(),
    lexicon: z.string().nullable().describe("Key of the lexicon's entry."),
    sentence: index,
    paragraph: index,
    attribution: index.nullable(),
  })
  .describe('A numbered formulation (数字提法) at one place.');

export const dateRecordSchema = z
  .strictObject({
    id: z.string(),
    ...place,
    type: z.enum(['date', 'interval', 'duration', 'set']),
    value: z
      .string()
      .nullable()
      .describe('EDTF (ISO 8601-2 level 1, level 2 for an unknown year): 2020-07/2020-10, P20D.'),
    earliest: isoDate.nullable(),
    latest: isoDate.nullable(),
    approximate: z.boolean(),
    dayPart: z.enum(['morning', 'noon', 'afternoon', 'evening', 'night']).nullable(),
    relation: z.enum(['before', 'until', 'since', 'after', 'at']),
    resolvedBy: z.enum(['explicit', 'anchor', 'context', 'lexicon']).nullable(),
    sentence: index,
    paragraph: index,
  })
  .describe('A date, a period or a duration.');

export const indicatorSchema = z
  .strictObject(place)
  .describe('What is counted; label may leave out words that stand between in text.');

export const statisticSchema = z
  .strictObject({
    id: z.string(),
    ...place,
    value: z.number().describe('万 and 亿 multiplied out.'),
    upper: z.number().nullable().describe('Upper end of a range.'),
    unit: z.string().describe('名, 元, %, 百分点 …; empty when there is none.'),
    dimension: z.string().nullable().describe('count, currency, length, area, mass, volume, energy …'),
    kind: z.enum(['count', 'percentage', 'currency', 'measure', 'fraction', 'multiple', 'change', 'rank']),
    approximation: z.enum(['over', 'under', 'about']).nullable(),
    indicator: indicatorSchema.nullable(),
    direction: z.enum(['up', 'down', 'flat']).nullable(),
    basis: z.enum(['yoy', 'mom', 'prior']).nullable(),
    of: z.string().nullable().describe('Id of the figure it changes.'),
    partOf: z.string().nullable().describe('Id of the whole it is a part of.'),
    asOf: z.string().nullable().describe('Id of the date it holds at.'),
    sentence: index,
    paragraph: index,
    attribution: index.nullable(),
  })
  .describe('A figure that the document reports or sets as a target.');

export const checkSchema = z
  .strictObject({ code: z.string(), severity, message: z.string(), records: z.array(z.string()) })
  .describe('What does not add up.');

export const diagnosticSchema = z
  .strictObject({ code: z.string(), severity, message: z.string(), start: offset, end: offset })
  .describe('What was hard to read.');

export const tokenSchema = z.strictObject({ start: offset, end: offset, text: z.string(), tag: z.string() });

export const numeralRecordSchema = z.strictObject({
  start: offset,
  end: offset,
  text: z.string(),
  value: z.number().nullable(),
  role: z.enum(['slogan', 'date', 'statistic', 'enumerator', 'ordinal', 'name', 'idiom', 'furniture', 'unknown']),
});

export const engineSchema = z.strictObject({
  version: z.string(),
  segmenter: z.string().nullable(),
  lexicon: z.string(),
});

export const reportSchema = z
  .strictObject({
    schema: z.literal('tifa/report@1'),
    id: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the source bytes, hex.'),
    source: sourceSchema,
    text: z.string().describe('The text as read; every offset points into it.'),
    metadata: metadataSchema,
    headings: z.array(headingSchema),
    paragraphs: z.array(paragraphSchema),
    sentences: z.array(sentenceSchema),
    attributions: z.array(attributionSchema),
    enumerations: z.array(enumerationSchema),
    slogans: z.array(sloganSchema),
    dates: z.array(dateRecordSchema),
    statistics: z.array(statisticSchema),
    checks: z.array(checkSchema),
    diagnostics: z.array(diagnosticSchema),
    tokens: z.array(tokenSchema).nullable().describe('Words with part of speech, on request only.'),
    numerals: z
      .array(numeralRecordSchema)
      .nullable()
      .describe('Every numeral and what it was taken for, on request only.'),
    engine: engineSchema,
  })
  .describe('What tifa read in one document.');

export type Report = z.infer<typeof reportSchema>;
export type ReportSource = z.infer<typeof sourceSchema>;
export type ReportMetadata = z.infer<typeof metadataSchema>;
export type HeadingRecord = z.infer<typeof headingSchema>;
export type ParagraphRecord = z.infer<typeof paragraphSchema>;
export type SentenceRecord = z.infer<typeof sentenceSchema>;
export type AttributionRecord = z.infer<typeof attributionSchema>;
export type EnumerationRecord = z.infer<typeof enumerationSchema>;
export type SloganRecord = z.infer<typeof sloganSchema>;
export type SloganListRecord = z.infer<typeof sloganListSchema>;
export type DateRecord = z.infer<typeof dateRecordSchema>;
export type IndicatorRecord = z.infer<typeof indicatorSchema>;
export type StatisticRecord = z.infer<typeof statisticSchema>;
export type CheckRecord = z.infer<typeof checkSchema>;
export type DiagnosticRecord = z.infer<typeof diagnosticSchema>;
export type TokenRecord = z.infer<typeof tokenSchema>;
export type NumeralRecord = z.infer<typeof numeralRecordSchema>;
