export { isArchive, type ReadFailure, readArchive } from './read-archive.js';
export { type ReadOptions, readDocument } from './read-document.js';
