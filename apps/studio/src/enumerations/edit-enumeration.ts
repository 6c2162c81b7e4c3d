import type { DocumentStore } from "@rivulet/document";
import { type EnumerationRecord, freeName, nameFault } from "@rivulet/model";
import { renameUsages } from "@rivulet/refactoring";
import { refactoringContext } from "../explorer/refactor-documents.ts";
import { enumerationMessages } from "../messages/enumeration-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

const { steps } = enumerationMessages;

/** Why a value cannot have a name; `except` is the one that is renamed. */
export function valueNameFault(
  enumeration: EnumerationRecord,
  name: string,
  except?: string,
): string | undefined {
  const isTaken = enumeration.values.some(
    (value) => value.name !== except && value.name.toLowerCase() === name.toLowerCase(),
  );
  return nameFault(name) ?? (isTaken ? enumerationMessages.taken(name) : undefined);
}

/** Adds a value at the end; gives its name. */
export function addValue(store: DocumentStore, enumeration: EnumerationRecord): string {
  const name = freeName(
    enumerationMessages.newValue,
    (wanted) => valueNameFault(enumeration, wanted) === undefined,
  );
  store.transact(steps.add(name), (transaction) =>
    transaction.update("enumeration", enumeration.id, {
      values: [...enumeration.values, { name, caption: name }],
    }),
  );
  return name;
}

/** Gives a value another name, here and wherever it is used. A caption that was the name follows it. */
export function renameValue(
  project: StudioProject,
  enumeration: EnumerationRecord,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const whole = project.index.qualifiedNameOf(enumeration) ?? enumeration.name;
  const change = { kind: "enumerationValue", from: `${whole}.${from}`, to: `${whole}.${to}` } as const;
  const changed = renameUsages([change], refactoringContext(project));
  const values = enumeration.values.map((value) =>
    value.name === from
      ? { ...value, name: to, caption: value.caption === from ? to : value.caption }
      : value,
  );
  project.store.transact(steps.rename(from, to), (transaction) => {
    for (const record of changed) transaction.put(record);
    transaction.update("enumeration", enumeration.id, { values });
  });
}

/** What people see for a value. */
export function setCaption(
  store: DocumentStore,
  enumeration: EnumerationRecord,
  { name, caption }: { readonly name: string; readonly caption: string },
): void {
  const values = enumeration.values.map((value) => (value.name === name ? { ...value, caption } : value));
  store.transact(
    steps.caption(name),
    (transaction) => transaction.update("enumeration", enumeration.id, { values }),
    { mergeKey: `caption:${enumeration.id}:${name}` },
  );
}

/** Moves a value one place up or down. */
export function moveValue(
  store: DocumentStore,
  enumeration: EnumerationRecord,
  { position, by }: { readonly position: number; readonly by: 1 | -1 },
): void {
  const values = [...enumeration.values];
  const [moved] = values.splice(position, 1);
  if (!moved) return;
  values.splice(position + by, 0, moved);
  store.transact(steps.move(moved.name), (transaction) =>
    transaction.update("enumeration", enumeration.id, { values }),
  );
}

/** Takes a value away. What uses it has a problem then. */
export function deleteValue(store: DocumentStore, enumeration: EnumerationRecord, name: string): void {
  const values = enumeration.values.filter((value) => value.name !== name);
  store.transact(steps.delete(name), (transaction) =>
    transaction.update("enumeration", enumeration.id, { values }),
  );
}
