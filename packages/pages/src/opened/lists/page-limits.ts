/** Rows of a list that are shown, and held in memory, at most: what the browser can still scroll and redraw. */
export const maximumRows = 5000;
