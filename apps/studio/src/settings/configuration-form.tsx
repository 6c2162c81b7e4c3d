import { Autocomplete, Button, Group, Radio } from "@mantine/core";
import type { Configuration } from "@rivulet/model";
import { CircleCheck, Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { settingsMessages } from "../messages/settings-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { useActiveConfiguration, useSession } from "../project/use-session.tsx";
import { ConfigurationConstants } from "./configuration-constants.tsx";
import { ConnectionCredentialsFields } from "./connection-credentials.tsx";
import { ConnectionTestButton } from "./connection-test.tsx";
import {
  addConfiguration,
  changeConfiguration,
  configurationNameFault,
  deleteConfiguration,
  endpointFault,
  renameConfiguration,
} from "./edit-settings.ts";

/** The regions that connectors know, as AWS writes them. */
function useRegions(): readonly string[] {
  const regions = useIndex().enumeration("AWSAuthentication.ENUM_Region");
  return regions?.values.map(({ name }) => name.replaceAll("_", "-")) ?? [];
}

function KindChoice({ configuration: { name, kind } }: { configuration: Configuration }) {
  const { store } = useProject();
  const choices = [
    { value: "embedded", label: settingsMessages.embedded, description: settingsMessages.embeddedHint },
    { value: "aws", label: settingsMessages.aws, description: settingsMessages.awsHint },
  ] as const;
  return (
    <Radio.Group
      label={settingsMessages.kind}
      value={kind}
      onChange={(value) => changeConfiguration(store, name, { kind: value })}
    >
      <div className="rv-kind-choice">
        {choices.map(({ value, label, description }) => (
          <Radio.Card
            key={value}
            value={value}
            className="rv-choice-card"
            data-testid={`field-kind-${value}`}
          >
            <Radio.Indicator size="xs" />
            <div>
              <span>{label}</span>
              <p>{description}</p>
            </div>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function RegionField({ configuration: { name, region = "" } }: { configuration: Configuration }) {
  const { store } = useProject();
  const regions = useRegions();
  const [draft, setDraft] = useState<string>();
  const commit = (text: string) => {
    setDraft(undefined);
    if (text.trim() !== region) changeConfiguration(store, name, { region: text.trim() || undefined });
  };
  return (
    <Autocomplete
      label={settingsMessages.region}
      description={settingsMessages.regionHint}
      placeholder={settingsMessages.regionPlaceholder}
      data={[...regions]}
      limit={40}
      value={draft ?? region}
      data-testid="field-region"
      onChange={setDraft}
      onOptionSubmit={commit}
      onBlur={() => draft !== undefined && commit(draft)}
    />
  );
}

interface ConfigurationFormProps {
  readonly configuration: Configuration;
  readonly configurations: readonly Configuration[];
  /** Shows another configuration: after adding, renaming or deleting one. */
  readonly onShow: (name: string | undefined) => void;
}

function FormActions({ configuration, configurations, onShow }: ConfigurationFormProps) {
  const { store } = useProject();
  const session = useSession();
  const active = useActiveConfiguration();
  const { name } = configuration;
  return (
    <Group gap={8}>
      {name === active ? (
        <span className="rv-active-mark">
          <CircleCheck size={14} aria-hidden="true" />
          {settingsMessages.active}
        </span>
      ) : (
        <Button variant="default" onClick={() => void session.configuration.choose(name)}>
          {settingsMessages.makeActive}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        ml="auto"
        leftSection={<Copy size={14} />}
        onClick={() => onShow(addConfiguration(store, configuration))}
      >
        {settingsMessages.duplicate}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Trash2 size={14} />}
        disabled={configurations.length < 2}
        title={configurations.length < 2 ? settingsMessages.onlyOne : undefined}
        onClick={() => {
          deleteConfiguration(store, name);
          onShow(undefined);
        }}
      >
        {settingsMessages.delete}
      </Button>
    </Group>
  );
}

/** One configuration: where runs find DynamoDB, and the values of constants there. */
export function ConfigurationForm(props: ConfigurationFormProps) {
  const { store } = useProject();
  const { configuration, configurations, onShow } = props;
  const { name, kind, endpoint = "" } = configuration;
  return (
    <div className="rv-configuration-form">
      <FormActions {...props} />
      <DraftTextInput
        label={settingsMessages.name}
        value={name}
        data-testid="field-name"
        faultOf={(text) => configurationNameFault(configurations, text, name)}
        onCommit={(to) => {
          onShow(to);
          renameConfiguration(store, name, to);
        }}
      />
      <KindChoice configuration={configuration} />
      <RegionField configuration={configuration} />
      {kind === "aws" && (
        <DraftTextInput
          label={settingsMessages.endpoint}
          description={settingsMessages.endpointHint}
          value={endpoint}
          classNames={{ input: "rv-value" }}
          data-testid="field-endpoint"
          faultOf={endpointFault}
          onCommit={(text) => changeConfiguration(store, name, { endpoint: text.trim() || undefined })}
        />
      )}
      {kind === "aws" && <ConnectionCredentialsFields configuration={configuration} />}
      {kind === "aws" && endpoint === "" && <p className="rv-costs">{settingsMessages.costs}</p>}
      <ConnectionTestButton key={name} configuration={configuration} />
      <ConfigurationConstants configuration={configuration} />
    </div>
  );
}
