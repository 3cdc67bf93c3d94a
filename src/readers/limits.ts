/** What a file may cost at most. A file beyond a limit fails by itself with one sentence; nothing is read by halves. */
export const limits = {
  /** size of one file in bytes, inside an archive too */
  fileBytes: 64 * 1024 * 1024,
  /** size of an archive, and of all that it holds once unpacked */
  archiveBytes: 512 * 1024 * 1024,
  /** unpacked bytes for each packed one; real text packs 3 to 20 times, a zip bomb 1000 times */
  unpackRatio: 200,
  /** from this many unpacked bytes the ratio is looked at; a page of blanks is no bomb */
  unpackRatioFrom: 4 * 1024 * 1024,
  archiveEntries: 20_000,
  /** archives inside archives */
  archiveDepth: 3,
  pdfPages: 3000,
} as const;
