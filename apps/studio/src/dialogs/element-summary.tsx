import { Anchor, Text } from "@mantine/core";
import { useElementForm } from "../fields/element-form-context.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { workspace } from "../workspace/workspace.ts";

/** The activity whose keys are constants of the configuration instead of parameters (seed, step 18). */
const credentialsKind = "AWSAuthentication.GetStaticCredentials";
const credentialsModule = "AWSAuthentication";
const credentialsConstants = ["AccessKey", "SecretAccessKey"];

function CredentialsNote() {
  const { index } = useElementForm();
  const goTo = (name: string) => {
    const constant = index.named(`${credentialsModule}.${name}`);
    workspace.getState().goTo({ target: { kind: "settings" }, records: constant ? [constant.id] : [] });
  };
  return (
    <Text size="sm" data-testid="credentials-note">
      {dialogMessages.credentialsBefore}
      {credentialsConstants.map((name, at) => (
        <span key={name}>
          {at > 0 && dialogMessages.credentialsAnd}
          <Anchor component="button" type="button" size="sm" onClick={() => goTo(name)}>
            {name}
          </Anchor>
        </span>
      ))}
      {dialogMessages.credentialsAfter}
    </Text>
  );
}

/** What the activity is for, and what its dialog cannot show as a field; problems that belong to no field. */
export function ElementSummary() {
  const { definition, problems } = useElementForm();
  const general = problems.filter(
    ({ place, severity }) => place.field === undefined || severity === "warning",
  );
  return (
    <>
      <Text size="sm" c="dimmed">
        {definition.summary}
      </Text>
      {definition.kind === credentialsKind && <CredentialsNote />}
      {general.map((problem) => (
        <Text
          key={problem.message}
          size="sm"
          c={problem.severity === "error" ? "var(--rv-error)" : "var(--rv-warning)"}
        >
          {problem.message}
        </Text>
      ))}
    </>
  );
}
