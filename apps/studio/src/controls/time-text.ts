/** A moment as people read it: day and time. @param iso ISO 8601 */
export function timeText(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
