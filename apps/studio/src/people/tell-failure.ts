import { notifications } from "@mantine/notifications";
import { peopleMessages } from "../messages/people-messages.ts";

/** What a failure says to a person. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Says why the server did not do it. */
export function tellFailure(error: unknown): void {
  notifications.show({ color: "red", title: peopleMessages.failed, message: sentenceOf(error) });
}
