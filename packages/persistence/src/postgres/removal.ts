/** How folders of a PostgreSQL are removed: what a killed process has started may write a moment longer. */
export const removal = { recursive: true, force: true, maxRetries: 10 } as const;
