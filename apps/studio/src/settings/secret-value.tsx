import { Button, PasswordInput, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { environmentVariableOf } from "../constants/edit-constant.ts";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { settingsMessages } from "../messages/settings-messages.ts";
import { useSession } from "../project/use-session.tsx";
import type { ConstantSources } from "./use-constant-sources.ts";

interface SecretDialogProps {
  readonly constant: string;
  readonly onSave: (value: string) => void;
  readonly onClose: () => void;
}

function SecretDialog({ constant, onSave, onClose }: SecretDialogProps) {
  const [value, setValue] = useState("");
  const submit = () => {
    onClose();
    onSave(value);
  };
  return (
    <FormDialog
      title={settingsMessages.secretTitle(constant)}
      size={480}
      isBlocked={value === ""}
      submitLabel={settingsMessages.save}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {settingsMessages.secretText}
      </Text>
      <PasswordInput
        data-autofocus
        label={settingsMessages.secretField}
        value={value}
        autoComplete="off"
        data-testid="field-secret"
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** A secret constant: whether it has a value on this machine, and a way to give it one. The value is never shown. */
export function SecretValue({ constant, sources }: { constant: string; sources: ConstantSources }) {
  const { api } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const variable = environmentVariableOf(constant);
  const source = sources.values[constant];
  const texts = {
    environment: settingsMessages.fromEnvironment(variable),
    secrets: settingsMessages.fromSecrets,
  };
  const save = (value: string | undefined) => {
    api.saveSecret(constant, value).then(sources.reload, (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      notifications.show({ color: "red", title: settingsMessages.secretFailed, message });
    });
  };
  return (
    <div className="rv-secret">
      <KeyRound size={14} aria-hidden="true" />
      <span className="rv-row-note">
        {source === undefined ? settingsMessages.secretNotSet(variable) : texts[source]}
      </span>
      {source === "secrets" && (
        <Button variant="subtle" color="gray" onClick={() => save(undefined)}>
          {settingsMessages.removeSecret}
        </Button>
      )}
      {source !== "environment" && (
        <Button variant="default" onClick={() => setIsOpen(true)} data-testid={`set-secret-${constant}`}>
          {source === "secrets" ? settingsMessages.replaceSecret : settingsMessages.setSecret}
        </Button>
      )}
      {isOpen && <SecretDialog constant={constant} onSave={save} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
