import { PasswordInput, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { peopleMessages } from "../messages/people-messages.ts";
import { peopleApi } from "./people-api.ts";
import { sentenceOf } from "./tell-failure.ts";

/** Changes one's own password. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const [present, setPresent] = useState("");
  const [wanted, setWanted] = useState("");
  const [fault, setFault] = useState<string>();
  const submit = async () => {
    try {
      await peopleApi.changePassword(present, wanted);
      onClose();
      notifications.show({ message: peopleMessages.passwordChanged });
    } catch (error) {
      setFault(sentenceOf(error));
    }
  };
  return (
    <FormDialog
      title={peopleMessages.changePassword}
      size={440}
      isBlocked={present === "" || wanted === ""}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PasswordInput
        data-autofocus
        label={peopleMessages.presentPassword}
        autoComplete="current-password"
        value={present}
        maxLength={200}
        data-testid="field-present"
        onChange={(event) => setPresent(event.currentTarget.value)}
      />
      <PasswordInput
        label={peopleMessages.newPassword}
        description={peopleMessages.passwordHint}
        autoComplete="new-password"
        value={wanted}
        maxLength={200}
        data-testid="field-wanted"
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {fault !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
    </FormDialog>
  );
}
