/** What the running application holds of those who use it. */
export const appLimits = {
  /** Sessions; the one that was not used for longest is forgotten for one more. */
  sessions: 200,
  /** Pages that somebody can have open at once; the oldest is forgotten for one more. */
  openings: 50,
  /** Objects that the open pages of somebody may hold in all; the oldest pages are forgotten for more. */
  objects: 500_000,
} as const;
