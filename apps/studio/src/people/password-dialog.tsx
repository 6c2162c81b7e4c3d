import { PasswordInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { lengthFault } from "../controls/length-fault.ts";
import { ServerForm } from "../dialogs/server-form.tsx";
import { peopleMessages } from "../messages/people-messages.ts";
import { peopleApi } from "./people-api.ts";

/** Changes one's own password. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const [present, setPresent] = useState("");
  const [wanted, setWanted] = useState("");
  const isTooLong = [present, wanted].some((password) => lengthFault(password, 200) !== undefined);
  const ask = async () => {
    await peopleApi.changePassword(present, wanted);
    onClose();
    notifications.show({ message: peopleMessages.passwordChanged });
  };
  return (
    <ServerForm
      title={peopleMessages.changePassword}
      size={440}
      isBlocked={isTooLong || present === "" || wanted === ""}
      ask={ask}
      onClose={onClose}
    >
      <PasswordInput
        data-autofocus
        label={peopleMessages.presentPassword}
        autoComplete="current-password"
        value={present}
        error={lengthFault(present, 200)}
        data-testid="field-present"
        onChange={(event) => setPresent(event.currentTarget.value)}
      />
      <PasswordInput
        label={peopleMessages.newPassword}
        description={peopleMessages.passwordHint}
        autoComplete="new-password"
        value={wanted}
        error={lengthFault(wanted, 200)}
        data-testid="field-wanted"
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
    </ServerForm>
  );
}
