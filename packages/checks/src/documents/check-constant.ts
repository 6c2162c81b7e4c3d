import { unknownInType } from "@rivulet/activities";
import type { ConstantRecord } from "@rivulet/model";
import { type DataType, formatDataType } from "@rivulet/values";
import { checkFolder } from "./check-folder.ts";
import type { DocumentCheck } from "./document-check.ts";
import { writtenValueFault } from "./written-value.ts";

const allowed: ReadonlySet<DataType["kind"]> = new Set([
  "string",
  "integer",
  "decimal",
  "boolean",
  "dateTime",
  "enumeration",
]);

function checkDefault(
  { id, name, dataType, defaultValue, isSecret }: ConstantRecord,
  check: DocumentCheck,
): void {
  if (defaultValue === undefined || defaultValue === null) return;
  const at = { record: id, field: "defaultValue" };
  if (isSecret) {
    const message = `The constant ${name} is secret, so its value is never kept in the project. Remove the default value and set it as an environment variable or a local secret.`;
    check.report.add({
      ...at,
      code: "secret-in-project",
      message,
      fix: { label: "Remove the value", value: null },
    });
    return;
  }
  const fault = writtenValueFault(defaultValue, dataType, check.context.index);
  if (fault === undefined) return;
  const message = `The default value ${JSON.stringify(defaultValue)} of ${name} ${fault}.`;
  check.report.add({ ...at, code: "wrong-value", message });
}

/** Type and default value of a constant. */
export function checkConstant(check: DocumentCheck): void {
  for (const record of check.document.records) {
    if (record.type !== "constant") continue;
    checkFolder(record, check);
    const at = { record: record.id, field: "dataType" };
    if (!allowed.has(record.dataType.kind)) {
      const message = `A constant cannot be of type ${formatDataType(record.dataType)}. Choose a simple type.`;
      check.report.add({ ...at, code: "type-not-allowed", message });
      continue;
    }
    const unknown = unknownInType(record.dataType, at.field, check.context.index);
    if (unknown) check.report.add({ record: record.id, ...unknown });
    checkDefault(record, check);
  }
}
