import { NumberInput, Select } from "@mantine/core";
import type { Configuration, ConnectionCredentials } from "@rivulet/model";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { settingsMessages } from "../messages/settings-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { changeConfiguration } from "./edit-settings.ts";

type Kind = ConnectionCredentials["kind"];
type TextField = "profile" | "roleArn" | "externalId" | "sessionName";

const withProfile: readonly TextField[] = ["profile"];

/** What each kind asks for. */
const fieldsOfKinds: Readonly<Record<Kind, readonly TextField[]>> = {
  defaultChain: withProfile,
  profile: withProfile,
  sso: withProfile,
  process: withProfile,
  assumeRole: ["roleArn", "externalId", "sessionName", "profile"],
  webIdentity: ["roleArn", "sessionName"],
  container: [],
  instance: [],
  temporaryKeys: [],
};

/** Stands for the absence of other credentials. */
const fromConstants = "static";

function isKind(value: string | null): value is Kind {
  return value !== null && value in fieldsOfKinds;
}

/** Without the members that are empty: JSON has none. */
function given(credentials: ConnectionCredentials): ConnectionCredentials {
  const entries = Object.entries(credentials).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as ConnectionCredentials;
}

/** Where a configuration for AWS gets its keys. */
export function ConnectionCredentialsFields({ configuration }: { configuration: Configuration }) {
  const { store } = useProject();
  const { name, credentials } = configuration;
  const change = (next: ConnectionCredentials | undefined) =>
    changeConfiguration(store, name, { credentials: next && given(next) });
  return (
    <>
      <Select
        label={settingsMessages.credentials}
        description={
          credentials?.kind === "temporaryKeys"
            ? settingsMessages.temporaryKeysHint
            : settingsMessages.credentialsHint
        }
        data={Object.entries(settingsMessages.credentialKinds).map(([value, label]) => ({ value, label }))}
        value={credentials?.kind ?? fromConstants}
        data-testid="field-credentials"
        onChange={(kind) => change(isKind(kind) ? { kind } : undefined)}
      />
      {credentials &&
        fieldsOfKinds[credentials.kind].map((field) => (
          <DraftTextInput
            key={field}
            label={settingsMessages[field]}
            placeholder={field === "profile" ? settingsMessages.profilePlaceholder : ""}
            value={credentials[field] ?? ""}
            classNames={{ input: "rv-value" }}
            data-testid={`field-${field}`}
            faultOf={() => undefined}
            onCommit={(text) => change({ ...credentials, [field]: text.trim() || undefined })}
          />
        ))}
      {credentials?.kind === "assumeRole" && (
        <NumberInput
          label={settingsMessages.durationSeconds}
          min={900}
          max={43_200}
          value={credentials.durationSeconds ?? ""}
          data-testid="field-durationSeconds"
          onChange={(seconds) =>
            change({ ...credentials, durationSeconds: typeof seconds === "number" ? seconds : undefined })
          }
        />
      )}
    </>
  );
}
