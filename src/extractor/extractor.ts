import { buildChecks } from '../checks/build-checks.js';
import type { Document } from '../document/document.js';
import { readViewAsDocument } from '../document/read-document.js';
import type { SourceDocument } from '../document/source-document.js';
import type { Segmenter } from '../language/segmenter.js';
import { cutTokens } from '../language/tokens.js';
import { RecordBuilder } from '../report/build-report.js';
import { buildAttributions, buildHeadings, buildParagraphs, buildSentences } from '../report/build-structure.js';
import type { DiagnosticRecord, NumeralRecord, Report, ReportSource, TokenRecord } from '../report/schema.js';
import { createView, type View } from '../text/view.js';
import { type Findings, recognise } from './pipeline.js';
import { type ExtractorOptions, readSettings, type Settings } from './settings.js';
import { flatten, measure } from './source-text.js';
import { VERSION } from './version.js';

/** Reads documents with one set of options. Make one and keep it: the lexicon is indexed when it is made. */
export interface Extractor {
  /** Reads a text, or a document that `readDocument` took from a file. Never throws for what stands in a text. */
  extract(input: string | SourceDocument): Report;
}

/** @throws TifaError for wrong options and for wrong entries of a lexicon of your own */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const settings = readSettings(options);
  return { extract: (input) => extractWith(input, settings) };
}

let standard: Extractor | null = null;

/**
 * Reads one document and returns its report.
 * @example extract('会议强调，要抓好学习教育、查纠整改、总结提升三个环节。').slogans[0].label // 三个环节
 */
export function extract(input: string | SourceDocument, options?: ExtractorOptions): Report {
  if (options !== undefined) return createExtractor(options).extract(input);
  standard ??= createExtractor();
  return standard.extract(input);
}

function extractWith(input: string | SourceDocument, settings: Settings): Report {
  const source = typeof input === 'string' ? null : input;
  const document = readSource(input, settings);
  const findings = recognise(document, settings);
  return buildReport(source, document, findings, settings);
}

/** The document of a text or a file, before anything is recognised in it. */
export function readSource(input: string | SourceDocument, settings: Settings): Document {
  if (typeof input === 'string') return readViewAsDocument(createView(flatten(input)), settings.terms);
  return readViewAsDocument(
    createView(input.text, input.repairs),
    settings.terms,
    input.blocks === null ? null : { blocks: input.blocks },
  );
}

function buildReport(
  source: SourceDocument | null,
  document: Document,
  findings: Findings,
  settings: Settings,
): Report {
  const { view, metadata } = document;
  const text = view.source;
  const builder = new RecordBuilder(document, findings);
  const wants = settings.only;
  const given = source?.metadata ?? {};
  const { id, bytes } = source === null ? measure(text) : { id: source.id, bytes: source.source.bytes };
  return {
    schema: 'tifa/report@1',
    id,
    source: source === null ? plainSource(bytes, view.script) : { ...source.source, script: view.script },
    text,
    metadata: {
      title: given.title ?? (metadata.title === null ? null : view.label(metadata.title)),
      published: metadata.published ?? given.published ?? null,
      anchor: findings.anchor,
      anchorFrom: findings.anchorFrom,
      genre: metadata.genre,
      publisher: metadata.publisher ?? given.publisher ?? null,
      author: metadata.author ?? given.author ?? null,
      editor: metadata.editor ?? given.editor ?? null,
      place: metadata.place,
    },
    headings: buildHeadings(document),
    paragraphs: buildParagraphs(document),
    sentences: buildSentences(document),
    attributions: buildAttributions(document),
    enumerations: builder.enumerationRecords(),
    slogans: wants.has('slogans') ? builder.slogans() : [],
    dates: wants.has('dates') ? builder.dates() : [],
    statistics: wants.has('statistics') ? builder.statistics() : [],
    checks: buildChecks(findings, document, settings.lexicon, builder, settings.hasAgreements),
    diagnostics: buildDiagnostics(document, source),
    tokens: settings.segmenter === null ? null : buildTokens(view, settings.segmenter),
    numerals: settings.hasNumerals ? buildNumerals(document) : null,
    engine: { version: VERSION, segmenter: settings.segmenter?.name ?? null, lexicon: settings.lexicon.version },
  };
}

/** A text that came by itself and not from a file. */
function plainSource(bytes: number, script: View['script']): ReportSource {
  return {
    path: null,
    name: null,
    bytes,
    mediaType: 'text/plain',
    encoding: null,
    encodingConfidence: null,
    script,
  };
}

function buildDiagnostics(document: Document, source: SourceDocument | null): DiagnosticRecord[] {
  const own = document.issues.map((issue) => {
    const { start, end } = document.view.toSource(issue);
    return { code: issue.code, severity: issue.severity, message: issue.message, start, end };
  });
  return [...(source?.issues ?? []), ...own].sort((a, b) => a.start - b.start || a.end - b.end);
}

function buildTokens(view: View, segmenter: Segmenter): TokenRecord[] {
  return cutTokens(view.text, segmenter).map((token) => {
    const { start, end } = view.toSource(token);
    return { start, end, text: view.source.slice(start, end), tag: token.tag };
  });
}

function buildNumerals(document: Document): NumeralRecord[] {
  return document.numerals.map((numeral) => {
    const { start, end } = document.view.toSource(numeral);
    return {
      start,
      end,
      text: document.view.source.slice(start, end),
      value: numeral.value,
      role: numeral.role ?? 'unknown',
    };
  });
}
