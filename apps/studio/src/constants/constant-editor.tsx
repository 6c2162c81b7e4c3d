import { Switch } from "@mantine/core";
import type { ConstantRecord } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { Variable } from "lucide-react";
import { DocumentationField, DocumentPage, PageSection } from "../controls/document-page.tsx";
import { ValueInput } from "../controls/value-input.tsx";
import { isWritable, showValueText, type WritableType } from "../controls/value-text.ts";
import { constantMessages } from "../messages/constant-messages.ts";
import { DataTypeInput } from "../pickers/data-type-input.tsx";
import { useProject, useRecord } from "../project/use-project.tsx";
import { ConfigurationTable } from "./configuration-table.tsx";
import {
  environmentVariableOf,
  setConfiguredValue,
  setConstantType,
  setDefaultValue,
  setSecret,
} from "./edit-constant.ts";
import { SecretValues } from "./secret-values.tsx";

const types: readonly DataType["kind"][] = [
  "string",
  "integer",
  "decimal",
  "boolean",
  "dateTime",
  "enumeration",
];

/** What a configuration's field shows while it has no value of its own. */
export function defaultHint({ defaultValue }: ConstantRecord): string {
  const text = showValueText(defaultValue);
  return text === "" ? constantMessages.noDefault : constantMessages.defaultIs(text);
}

interface ConstantPartProps {
  readonly constant: ConstantRecord;
  /** Its qualified name. */
  readonly name: string;
  readonly type: WritableType;
}

function ConfiguredValues({ constant, name, type }: ConstantPartProps) {
  const { store } = useProject();
  const configurations = useRecord("project", "project")?.configurations ?? [];
  return (
    <PageSection
      title={constantMessages.perConfiguration}
      description={constantMessages.perConfigurationHint}
    >
      <ConfigurationTable
        rows={configurations.map(({ name: configuration, constants }) => ({
          key: configuration,
          label: configuration,
          value: (
            <ValueInput
              label={constantMessages.valueIn(configuration)}
              isLabelHidden
              type={type}
              value={constants[name]}
              placeholder={defaultHint(constant)}
              testId={`field-value-${configuration}`}
              onCommit={(value) => setConfiguredValue(store, name, { configuration, value })}
            />
          ),
        }))}
      />
    </PageSection>
  );
}

function ConstantValue({
  constant,
  name,
  isReadOnly,
}: Omit<ConstantPartProps, "type"> & { isReadOnly: boolean }) {
  const project = useProject();
  const { dataType, isSecret = false } = constant;
  return (
    <>
      <DataTypeInput
        label={constantMessages.type}
        allowed={types}
        value={dataType}
        isReadOnly={isReadOnly}
        testId="field-type"
        onChange={(type) => setConstantType(project, constant, type)}
      />
      {isWritable(dataType) && !isSecret && (
        <ValueInput
          label={constantMessages.defaultValue}
          description={constantMessages.defaultHint}
          type={dataType}
          value={constant.defaultValue}
          isReadOnly={isReadOnly}
          testId="field-defaultValue"
          onCommit={(value) => setDefaultValue(project.store, constant, value)}
        />
      )}
      <Switch
        label={constantMessages.secret}
        description={
          isSecret ? constantMessages.secretValue(environmentVariableOf(name)) : constantMessages.secretHint
        }
        checked={isSecret}
        disabled={isReadOnly}
        data-testid="field-isSecret"
        onChange={(event) => setSecret(project, constant, event.currentTarget.checked)}
      />
    </>
  );
}

/** Type and value of a constant, here and in each configuration. */
export function ConstantEditor({ target: { id } }: { target: { readonly id: string } }) {
  const project = useProject();
  const constant = useRecord("constant", id);
  if (!constant) return null;
  const isReadOnly = project.isReadOnly(id);
  const module = project.record(constant.parent);
  const name = project.index.qualifiedNameOf(constant) ?? constant.name;
  return (
    <DocumentPage
      icon={Variable}
      title={constant.name}
      subtitle={constantMessages.subtitle(module?.type === "module" ? module.name : "")}
      isReadOnly={isReadOnly}
    >
      <PageSection title={constantMessages.value}>
        <ConstantValue constant={constant} name={name} isReadOnly={isReadOnly} />
      </PageSection>
      {isWritable(constant.dataType) && constant.isSecret !== true && (
        <ConfiguredValues constant={constant} name={name} type={constant.dataType} />
      )}
      {constant.isSecret === true && <SecretValues constant={name} />}
      <DocumentationField
        value={constant.documentation}
        isReadOnly={isReadOnly}
        onChange={(documentation) =>
          project.store.transact(
            constantMessages.steps.documentation,
            (transaction) => transaction.update("constant", id, { documentation }),
            { mergeKey: `documentation:${id}` },
          )
        }
      />
    </DocumentPage>
  );
}
