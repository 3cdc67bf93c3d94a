export { type ExtractAllOptions, extractAll, type GivenInput, type Outcome } from './extract-all.js';
export { readRun } from './read-run.js';
export { type BatchProgress, type BatchSummary, type RunBatchOptions, runBatch } from './run-batch.js';
export type { TallyRecord } from './tally.js';
export type { BatchConfig, BatchFailure, RecordFields } from './task.js';
