import { TifaError } from '../errors.js';
import type { ReadOptions } from '../readers/read-document.js';
import type { Report } from '../report/schema.js';
import { toJsonLine } from '../sinks/jsonl.js';
import { AsciiEscapes } from './ascii-escapes.js';
import { readLines } from './byte-lines.js';
import { DocumentExtractor } from './document-extractor.js';
import { decodeRecord, type InputBytes, readField, toFailure } from './read-input.js';
import { type BatchConfig, RECORD_FIELDS, type RecordFields } from './task.js';

export interface PipeOptions extends BatchConfig {
  /** makes what stands in the answer of a document: the report, or rows of tables */
  content: { name: string; of(report: Report): unknown };
  /** nothing but ASCII in the output: a reader with any character set gets the same text */
  ascii?: boolean;
  /** one more line at the end with the counts, so that the reader can tell a whole output from a cut one */
  trailer?: boolean;
}

/** Counts of the trailer: `errors` and `reports` together are `records`. */
export interface PipeCounts {
  records: number;
  reports: number;
  errors: number;
}

/**
 * Answers each line of JSON with one line of JSON, in order: `{"id":…,"report":{…}}`, or `{"id":…,"error":{code,message,remedy}}`
 * for a record that could not be read. A record holds `text` or `base64` (the bytes of a file of any kind), and may hold `id`
 * (any JSON, given back), `anchor`, `name`, `path`, `mediaType` and `encoding`. One record is in memory at a time.
 */
export async function* pipeRecords(
  chunks: AsyncIterable<Uint8Array>,
  options: PipeOptions,
): AsyncGenerator<string, PipeCounts> {
  const { content, ascii = false, trailer = false, ...config } = options;
  const extractor = await DocumentExtractor.open(config);
  const counts: PipeCounts = { records: 0, reports: 0, errors: 0 };
  const escapes = ascii ? new AsciiEscapes() : null;
  const encode = (value: unknown): string => escapes?.apply(toJsonLine(value)) ?? toJsonLine(value);
  for await (const { bytes } of readLines(chunks)) {
    counts.records++;
    const record = new PipeRecord(bytes, counts.records, config.fields ?? RECORD_FIELDS);
    try {
      const report = await extractor.extract(record.bytes(), record.readOptions());
      yield encode({ id: record.id(), [content.name]: content.of(report) });
      counts.reports++;
    } catch (error) {
      const { code, message, remedy } = toFailure(error, record.name());
      yield encode({ id: record.id(), error: { code, message, remedy } });
      counts.errors++;
    }
  }
  if (trailer) yield encode({ trailer: counts });
  return counts;
}

/** One line of the input, decoded when it is asked for. */
class PipeRecord {
  private fields: Record<string, unknown> | null = null;

  constructor(
    private readonly line: Uint8Array,
    private readonly number: number,
    private readonly names: RecordFields,
  ) {}

  /** What came as id; null when the line could not be decoded. */
  id(): unknown {
    return this.fields === null ? null : (readField(this.fields, this.names.id) ?? null);
  }

  /** What the record is called in messages. */
  name(): string {
    return this.idText() ?? `line ${this.number}`;
  }

  bytes(): InputBytes {
    this.fields = decodeRecord(this.line, `line ${this.number}`);
    const bytes = this.content();
    return {
      bytes,
      path: this.string('path'),
      name: this.string('name') ?? this.idText(),
      anchor: this.string(this.names.anchor),
    };
  }

  readOptions(): ReadOptions {
    const mediaType = this.string('mediaType');
    const encoding = this.string('encoding');
    return { ...(mediaType === null ? {} : { mediaType }), ...(encoding === null ? {} : { encoding }) };
  }

  private idText(): string | null {
    const id = this.id();
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  }

  private content(): Uint8Array {
    const text = this.string(this.names.text);
    if (text !== null) return Buffer.from(text);
    const base64 = this.string('base64');
    if (base64 !== null) return Buffer.from(base64, 'base64');
    const remedy = `Give the text as "${this.names.text}", or the bytes of the file as "base64".`;
    throw new TifaError('file-unsupported', `“${this.name()}” holds no text.`, remedy);
  }

  private string(field: string): string | null {
    const value = readField(this.fields ?? {}, field);
    return typeof value === 'string' && value !== '' ? value : null;
  }
}
