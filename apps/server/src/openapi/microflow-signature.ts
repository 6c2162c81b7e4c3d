import { readField } from "@rivulet/activities";
import type { MicroflowRecord, ProjectIndex } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";

/** A value that the caller of a microflow gives. */
export interface MicroflowParameter {
  readonly name: string;
  readonly type: DataType;
  readonly isRequired: boolean;
  readonly documentation: string;
}

/** A microflow as its callers see it. */
export interface MicroflowSignature {
  readonly name: QualifiedName;
  readonly documentation: string;
  readonly parameters: readonly MicroflowParameter[];
  readonly returnType: DataType;
}

/** The signatures of all microflows that have an address of their own, in order of their names. */
export function callableMicroflows(index: ProjectIndex): MicroflowSignature[] {
  return index
    .all("microflow")
    .filter(({ record }) => record.isInternal !== true)
    .map(({ name, record }) => signatureOf(index, { name, record }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function signatureOf(
  index: ProjectIndex,
  { name, record }: { name: QualifiedName; record: MicroflowRecord },
): MicroflowSignature {
  const { documentation = "", returnType } = record;
  return { name, documentation, parameters: parametersOf(index, record), returnType };
}

/** Parameters in order of their names; one that is not filled in yet is left out, checks report it. */
function parametersOf(index: ProjectIndex, microflow: MicroflowRecord): MicroflowParameter[] {
  const parameters: MicroflowParameter[] = [];
  for (const element of index.children(microflow.id)) {
    if (element.type !== "element" || element.kind !== "parameter") continue;
    const name = readField("newVariable", element.fields["name"]);
    const type = readField("dataType", element.fields["type"]);
    if (name === undefined || type === undefined) continue;
    const isRequired = readField("boolean", element.fields["isRequired"]) ?? true;
    const documentation = readField("text", element.fields["documentation"]) ?? "";
    parameters.push({ name, type, isRequired, documentation });
  }
  return parameters.sort((left, right) => (left.name < right.name ? -1 : 1));
}
