import { type NamedRecord, type ProjectIndex, type RecordOf, systemModule } from "@rivulet/model";
import type { PickerRow } from "./find-rows.ts";

/** The documents of a type as rows of a picker; those of connector modules are marked. */
export function pickerRows<Type extends NamedRecord["type"]>(
  index: ProjectIndex,
  type: Type,
  accepts: (record: RecordOf<Type>) => boolean = () => true,
): PickerRow[] {
  const connectors = new Set([
    systemModule.name,
    ...(index.settings?.connectors ?? []).map(({ module }) => module),
  ]);
  return index
    .all(type)
    .filter(({ record }) => accepts(record))
    .map(({ name, record }) => ({
      name,
      note: record.documentation?.split("\n", 1)[0],
      isFromConnector: connectors.has(name.split(".", 1)[0] ?? ""),
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}
