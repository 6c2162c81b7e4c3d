import "./secret-value.css";
import { Alert, Button, PasswordInput, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { environmentVariableOf } from "../constants/edit-constant.ts";
import { timeText } from "../controls/time-text.ts";
import { ServerForm } from "../dialogs/server-form.tsx";
import { settingsMessages } from "../messages/settings-messages.ts";
import type { SecretPlace } from "../project/project-api.ts";
import { useSession } from "../project/use-session.tsx";
import type { ConstantSources } from "./use-constant-sources.ts";

interface SecretDialogProps {
  readonly place: SecretPlace;
  readonly onSave: (value: string) => Promise<void>;
  readonly onClose: () => void;
}

function SecretDialog({ place: { constant, configuration }, onSave, onClose }: SecretDialogProps) {
  const [value, setValue] = useState("");
  return (
    <ServerForm
      title={settingsMessages.secretTitle(constant)}
      size={480}
      isBlocked={value === ""}
      submitLabel={settingsMessages.save}
      ask={() => onSave(value).then(onClose)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {configuration === null
          ? settingsMessages.secretForAll
          : settingsMessages.secretForOne(configuration)}{" "}
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
    </ServerForm>
  );
}

/** How a secret stands at one place: since when it has a value of its own there, and where one comes from otherwise. */
function secretState({ place, sources: { sources, secrets }, namesVariable = true }: SecretValueProps) {
  const { constant, configuration } = place;
  const setAt = (of: string | null) =>
    secrets.find((secret) => secret.constant === constant && secret.configuration === of)?.setAt;
  const own = setAt(configuration);
  const forAll = setAt(null);
  const variable = environmentVariableOf(constant);
  if (sources[constant] === "environment") {
    return { text: settingsMessages.fromEnvironment(variable), isOwn: false, isFixed: true };
  }
  if (own !== undefined)
    return { text: settingsMessages.secretSet(timeText(own)), isOwn: true, isFixed: false };
  const text =
    forAll === undefined
      ? settingsMessages.secretNotSet(namesVariable ? variable : undefined)
      : settingsMessages.secretSetForAll(timeText(forAll));
  return { text, isOwn: false, isFixed: false };
}

interface SecretValueProps {
  readonly place: SecretPlace;
  readonly sources: ConstantSources;
  /** What the row is about, for the names of its buttons. */
  readonly label: string;
  readonly testId: string;
  /** Whether to tell the environment variable that can give the value, too; not where that is said already. */
  readonly namesVariable?: boolean;
}

/** A secret at one place: whether it has a value, and ways to give, replace and take it. It is never shown. */
export function SecretValue(props: SecretValueProps) {
  const { place, sources, label, testId } = props;
  const { api } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { text, isOwn, isFixed } = secretState(props);
  const setLabel = isOwn ? settingsMessages.replaceSecret : settingsMessages.setSecret;
  const save = async (value: string | undefined) => {
    await api.saveSecret(place, value);
    sources.reload();
  };
  const remove = () => {
    save(undefined).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      notifications.show({ color: "red", title: settingsMessages.secretFailed, message });
    });
  };
  return (
    <div className="rv-secret">
      <KeyRound size={14} aria-hidden="true" />
      <span className="rv-row-note">{text}</span>
      {isOwn && (
        <Button
          variant="subtle"
          color="gray"
          aria-label={`${settingsMessages.removeSecret}: ${label}`}
          data-testid={`remove-secret-${testId}`}
          onClick={remove}
        >
          {settingsMessages.removeSecret}
        </Button>
      )}
      {!isFixed && (
        <Button
          variant="default"
          aria-label={`${setLabel}: ${label}`}
          data-testid={`set-secret-${testId}`}
          onClick={() => setIsOpen(true)}
        >
          {setLabel}
        </Button>
      )}
      {isOpen && <SecretDialog place={place} onSave={save} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

/** Says why the secrets of this machine cannot be used, where that is so. */
export function SecretsProblem({ sources: { problem } }: { sources: ConstantSources }) {
  if (problem === null) return null;
  return (
    <Alert
      color="red"
      variant="light"
      title={settingsMessages.secretsProblem}
      role="alert"
      data-testid="secrets-problem"
    >
      {problem}
    </Alert>
  );
}
