/** What a project folder may hold; the caps of each file are `defaultJsonLimits` (docs/limits.md). */
export const folderLimits = {
  /** Files and folders below `modules/`, unknown ones included. */
  maximumEntries: 50_000,
  /** Bytes of one file. A character of JSON needs at most three. */
  maximumFileBytes: 96 * 1024 * 1024,
  /** Bytes of all files together. */
  maximumTotalBytes: 512 * 1024 * 1024,
} as const;
