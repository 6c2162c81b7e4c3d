import type { DocumentStore, Transaction } from "@rivulet/document";
import type { ConstantRecord, JsonValue, ProjectSettings } from "@rivulet/model";
import { constantMessages } from "../messages/constant-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

const { steps } = constantMessages;

/** The environment variable that gives a constant its value on a machine (interfaces.md, "Environment"). */
export function environmentVariableOf(constant: string): string {
  return `RIVULET_CONSTANT_${constant.replace(".", "_")}`;
}

/** The settings with a constant's value in one configuration, or in none of them. */
function withValue(
  settings: ProjectSettings,
  constant: string,
  { configuration, value }: { readonly configuration?: string; readonly value: JsonValue | undefined },
): ProjectSettings["configurations"] {
  return settings.configurations.map((each) => {
    if (configuration !== undefined && each.name !== configuration) return each;
    const { [constant]: _before, ...others } = each.constants;
    return { ...each, constants: value === undefined ? others : { ...others, [constant]: value } };
  });
}

function takeOutOfConfigurations(transaction: Transaction, constant: string): void {
  const settings = transaction.get("project");
  if (settings?.type !== "project") return;
  if (!settings.configurations.some(({ constants }) => constant in constants)) return;
  transaction.update("project", "project", {
    configurations: withValue(settings, constant, { value: undefined }),
  });
}

/** Another type. Values of the old one are taken away with it: they would not fit. */
export function setConstantType(
  { store, index }: StudioProject,
  constant: ConstantRecord,
  dataType: ConstantRecord["dataType"],
): void {
  store.transact(steps.type(constant.name), (transaction) => {
    transaction.update("constant", constant.id, { dataType, defaultValue: undefined });
    takeOutOfConfigurations(transaction, index.qualifiedNameOf(constant) ?? constant.name);
  });
}

/** The value where no configuration has another one. */
export function setDefaultValue(
  store: DocumentStore,
  constant: ConstantRecord,
  defaultValue: JsonValue | undefined,
): void {
  store.transact(steps.defaultValue(constant.name), (transaction) =>
    transaction.update("constant", constant.id, { defaultValue }),
  );
}

/** Whether the value is kept out of the project. A value that is in it leaves it. */
export function setSecret(
  { store, index }: StudioProject,
  constant: ConstantRecord,
  isSecret: boolean,
): void {
  store.transact(steps.secret(constant.name), (transaction) => {
    transaction.update("constant", constant.id, {
      isSecret: isSecret || undefined,
      ...(isSecret ? { defaultValue: undefined } : {}),
    });
    if (isSecret) takeOutOfConfigurations(transaction, index.qualifiedNameOf(constant) ?? constant.name);
  });
}

/** The value in one configuration; `undefined` means the default again. */
export function setConfiguredValue(
  store: DocumentStore,
  constant: string,
  { configuration, value }: { readonly configuration: string; readonly value: JsonValue | undefined },
): void {
  const settings = store.get("project");
  if (settings?.type !== "project") return;
  store.transact(steps.value(constant, configuration), (transaction) =>
    transaction.update("project", "project", {
      configurations: withValue(settings, constant, { configuration, value }),
    }),
  );
}
