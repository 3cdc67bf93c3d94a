export { isArchive, type ReadFailure } from './archive-entries.js';
export { readArchive } from './read-archive.js';
export { type ReadOptions, readDocument } from './read-document.js';
