import { timeText } from "../controls/time-text.ts";
import { peopleMessages } from "../messages/people-messages.ts";

/** When something was last seen or used; `null` when it never was. @param iso ISO 8601 */
export function lastTime(iso: string | null): string {
  return iso === null ? peopleMessages.never : timeText(iso);
}
