import { Anchor } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { peopleMessages } from "../messages/people-messages.ts";
import { signInAddress } from "./who-is-there.ts";

/** Says that the session has ended; edits wait in the browser meanwhile. Said once until it is read. */
export function tellSignedOut(): void {
  notifications.show({
    id: "signed-out",
    color: "yellow",
    autoClose: false,
    title: peopleMessages.signedOutTitle,
    message: (
      <>
        {peopleMessages.signedOutText} <Anchor href={signInAddress()}>{peopleMessages.signInAgain}</Anchor>
      </>
    ),
  });
}
