export { EXPORT_FORMATS, type ExportFormat } from './export-formats.js';
export { type ExportOptions, exportReports } from './export-reports.js';
export { type JsonSinkOptions, jsonSink } from './json.js';
export { jsonlSink, toJsonLine } from './jsonl.js';
export type { TextSink } from './sink.js';
export { countOf, type TableOptions, tableSink } from './table.js';
