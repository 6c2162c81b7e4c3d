import type { ElementRecord, ProjectIndex } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
import { parameter } from "../structure/parameter.ts";
import { type MicroflowCall, readField } from "./field-values.ts";

/** A parameter of a microflow. */
export interface MicroflowParameter {
  readonly name: string;
  /** `undefined` when it is missing or wrong; that is a problem of the microflow itself. */
  readonly type: DataType | undefined;
  /** Whether a caller must give a value; else it is empty when left out. */
  readonly isRequired: boolean;
  readonly documentation: string;
  readonly element: ElementRecord;
}

/**
 * The parameters of a microflow, in the order of its records; those without a name are left out. `undefined` when
 * there is no such microflow.
 *
 * @example microflowParameters("Sales.SUB_Total", index)?.map(({ name }) => name) // ["Order"]
 */
export function microflowParameters(
  microflow: QualifiedName,
  index: ProjectIndex,
): MicroflowParameter[] | undefined {
  const record = index.microflow(microflow);
  if (!record) return undefined;
  const parameters: MicroflowParameter[] = [];
  for (const element of index.children(record.id)) {
    if (element.type !== "element" || element.kind !== parameter.kind) continue;
    const name = readField("newVariable", element.fields["name"]);
    if (!name || parameters.some((earlier) => earlier.name === name)) continue;
    parameters.push({
      name,
      type: readField("dataType", element.fields["type"]),
      isRequired: readField("boolean", element.fields["isRequired"]) ?? true,
      documentation: readField("text", element.fields["documentation"]) ?? "",
      element,
    });
  }
  return parameters;
}

/** The expression that a call gives for a parameter; none is the empty text. */
export function argumentText(call: Pick<MicroflowCall, "arguments">, name: string): string {
  return (Object.hasOwn(call.arguments, name) ? call.arguments[name] : undefined) ?? "";
}
