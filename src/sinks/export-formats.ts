/** Formats of `exportReports`, without what writes them. */
export const EXPORT_FORMATS = ['csv', 'sqlite', 'parquet', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
