import type { JsonValue } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import type { Field, FieldKind, FieldOf } from "../fields/field.ts";
import { type FieldValues, type MemberAssignment, readField } from "../fields/field-values.ts";
import { resolveType, type TypeContext } from "../fields/resolve-type.ts";
import { attributeName } from "./attribute-name.ts";
import { walkExpression } from "./expression-names.ts";
import type { NameWalk } from "./reference.ts";

/** What a walk over a field reads. */
export interface FieldWalk {
  readonly walk: NameWalk;
  readonly context: TypeContext;
}

/** The names in a type. */
export function walkDataType(type: DataType, field: string, walk: NameWalk): DataType {
  if (type.kind === "enumeration") {
    return { ...type, enumeration: walk.visit({ kind: "enumeration", name: type.enumeration, field }) };
  }
  if (type.kind === "object" || type.kind === "list") {
    return { ...type, entity: walk.visit({ kind: "entity", name: type.entity, field }) };
  }
  return type;
}

function walkMember(
  member: string,
  { field, entity, on: { walk, context } }: { field: string; entity: string | undefined; on: FieldWalk },
): string {
  if (member.includes(".")) return walk.visit({ kind: "association", name: member, field });
  const name = entity === undefined ? undefined : attributeName(context.index, entity, member);
  return name === undefined ? member : walk.visit({ kind: "attribute", name, field });
}

function walkAssignment(
  assignment: MemberAssignment,
  { field, entity, on }: { field: string; entity: string | undefined; on: FieldWalk },
): MemberAssignment {
  const member = walkMember(assignment.member, { field: `${field}.member`, entity, on });
  const value = walkExpression(assignment.value, { field: `${field}.value`, ...on });
  return { ...assignment, member, value };
}

type FieldWalker<Kind extends FieldKind> = (
  value: FieldValues[Kind],
  field: FieldOf<Kind>,
  on: FieldWalk,
) => FieldValues[Kind];

const same = <Value>(value: Value): Value => value;

/** How the names in the value of a field are found and replaced, by kind of field. */
const fieldWalkers: { readonly [Kind in FieldKind]: FieldWalker<Kind> } = {
  text: same,
  boolean: same,
  choice: same,
  dataType: (type, { name }, { walk }) => walkDataType(type, name, walk),
  entity: (entity, { name }, { walk }) => walk.visit({ kind: "entity", name: entity, field: name }),
  association: (choice, { name }, { walk }) => ({
    ...choice,
    association: walk.visit({ kind: "association", name: choice.association, field: `${name}.association` }),
  }),
  variable: (variable, { name }, { walk }) => walk.visit({ kind: "variable", name: variable, field: name }),
  newVariable: (variable, { name }, { walk }) =>
    walk.visit({ kind: "variable", name: variable, field: name, isDeclaration: true }),
  expression: (text, { name }, on) => walkExpression(text, { field: name, ...on }),
  memberAssignments: (assignments, { name, object }, on) => {
    const type = resolveType(object, on.context);
    const entity = type?.kind === "object" ? type.entity : undefined;
    return assignments.map((assignment, position) =>
      walkAssignment(assignment, { field: `${name}[${position}]`, entity, on }),
    );
  },
  microflowCall: (call, { name }, on) => ({
    microflow: on.walk.visit({ kind: "microflow", name: call.microflow, field: `${name}.microflow` }),
    arguments: Object.fromEntries(
      Object.entries(call.arguments).map(([parameter, text]) => {
        const field = `${name}.arguments.${parameter}`;
        const key = on.walk.visit({ kind: "parameter", name: `${call.microflow}.${parameter}`, field });
        return [key, walkExpression(text, { field, ...on })];
      }),
    ),
  }),
  pageCall: (call, { name }, on) => ({
    page: on.walk.visit({ kind: "page", name: call.page, field: `${name}.page` }),
    arguments: Object.fromEntries(
      Object.entries(call.arguments).map(([parameter, text]) => {
        const field = `${name}.arguments.${parameter}`;
        const key = on.walk.visit({ kind: "parameter", name: `${call.page}.${parameter}`, field });
        return [key, walkExpression(text, { field, ...on })];
      }),
    ),
  }),
  attribute: (attribute, { name, object }, on) => {
    const type = resolveType({ from: "variable", field: object }, on.context);
    const entity = type?.kind === "object" ? type.entity : undefined;
    return walkMember(attribute, { field: name, entity, on });
  },
};

/** Goes over the names in the saved value of a field; a value of another form is left as it is. */
export function walkField(field: Field, json: JsonValue | undefined, on: FieldWalk): JsonValue | undefined {
  const value = readField(field.kind, json);
  if (value === undefined || value === "") return json;
  const walker = fieldWalkers[field.kind] as FieldWalker<FieldKind>;
  return walker(value, field, on) as JsonValue;
}
