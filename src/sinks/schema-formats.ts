/** Notations of `schemaText`, without what writes them. */
export const SCHEMA_FORMATS = ['json-schema', 'sql', 'parquet', 'spark', 'typescript'] as const;
export type SchemaFormat = (typeof SCHEMA_FORMATS)[number];
