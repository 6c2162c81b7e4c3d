import type { Configuration, ConstantRecord } from "@rivulet/model";
import { useEffect, useRef } from "react";
import { defaultHint } from "../constants/constant-editor.tsx";
import { environmentVariableOf, setConfiguredValue } from "../constants/edit-constant.ts";
import { HeadedTable } from "../controls/headed-table.tsx";
import { ValueInput } from "../controls/value-input.tsx";
import { isWritable } from "../controls/value-text.ts";
import { settingsMessages } from "../messages/settings-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { useWorkspace, workspace } from "../workspace/workspace.ts";
import { SecretsProblem, SecretValue } from "./secret-value.tsx";
import { type ConstantSources, useConstantSources } from "./use-constant-sources.ts";

interface ConstantRowProps {
  readonly name: string;
  readonly constant: ConstantRecord;
  readonly configuration: Configuration;
  readonly sources: ConstantSources;
}

/** Where the value of a constant comes from that is not a secret, first wins (interfaces.md). */
function sourceText({ name, constant, configuration, sources }: ConstantRowProps): string {
  const ofMachine = sources.sources[name];
  if (ofMachine === "environment") return settingsMessages.fromEnvironment(environmentVariableOf(name));
  if (ofMachine === "secrets") return settingsMessages.fromSecrets;
  if (configuration.constants[name] !== undefined) return settingsMessages.fromConfiguration;
  return constant.defaultValue === undefined ? settingsMessages.notSet : settingsMessages.fromDefault;
}

/** Shows a row that somebody asked to go to, and puts the keyboard into it. */
function useArrival(constant: ConstantRecord) {
  const row = useRef<HTMLTableRowElement>(null);
  const destination = useWorkspace((state) => state.destination);
  useEffect(() => {
    if (destination?.target.kind !== "settings" || !destination.records.includes(constant.id)) return;
    row.current?.scrollIntoView({ block: "center" });
    row.current?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
    workspace.getState().arrive();
  }, [destination, constant.id]);
  return row;
}

function ConstantRow(props: ConstantRowProps) {
  const { store } = useProject();
  const { name, constant, configuration, sources } = props;
  const row = useArrival(constant);
  const { dataType, isSecret = false } = constant;
  return (
    <tr ref={row} data-testid={`constant-${name}`}>
      <td>
        <span className="rv-row-text">
          {constant.name}
          <span className="rv-row-note">{name.slice(0, name.indexOf("."))}</span>
        </span>
      </td>
      <td>
        {isSecret && (
          <SecretValue
            place={{ constant: name, configuration: configuration.name }}
            sources={sources}
            label={name}
            testId={name}
          />
        )}
        {!isSecret && isWritable(dataType) && (
          <>
            <ValueInput
              label={settingsMessages.valueOf(name)}
              isLabelHidden
              type={dataType}
              value={configuration.constants[name]}
              placeholder={defaultHint(constant)}
              testId={`field-${name}`}
              onCommit={(value) =>
                setConfiguredValue(store, name, { configuration: configuration.name, value })
              }
            />
            <span className="rv-row-note">{sourceText(props)}</span>
          </>
        )}
      </td>
    </tr>
  );
}

/** The values of all constants in one configuration; of secret ones only whether there is a value. */
export function ConfigurationConstants({ configuration }: { configuration: Configuration }) {
  const index = useIndex();
  const sources = useConstantSources();
  const constants = index.all("constant").filter(({ record }) => isWritable(record.dataType));
  return (
    <div>
      <h3 className="rv-form-heading">{settingsMessages.constants}</h3>
      <SecretsProblem sources={sources} />
      {constants.length === 0 ? (
        <p className="rv-row-note">{settingsMessages.constantsEmpty}</p>
      ) : (
        <HeadedTable
          columns={[{ label: settingsMessages.constant }, { label: settingsMessages.value }]}
          className="rv-constants"
        >
          {constants.map(({ name, record }) => (
            <ConstantRow
              key={name}
              name={name}
              constant={record}
              configuration={configuration}
              sources={sources}
            />
          ))}
        </HeadedTable>
      )}
    </div>
  );
}
