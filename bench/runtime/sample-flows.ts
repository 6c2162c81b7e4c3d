import type { JsonValue, ProjectRecord, ProjectRecords } from "@rivulet/model";
import type { DataType } from "@rivulet/values";

/** An element by its kind and fields; `parent` is the loop that it is in. */
interface ElementSketch {
  readonly kind: string;
  readonly fields?: Readonly<Record<string, JsonValue>>;
  readonly parent?: string;
}

/** A microflow by its elements and flows: `["make > large", "large true> add"]`. */
export interface FlowSketch {
  readonly name: string;
  readonly returnType: DataType;
  readonly elements: Readonly<Record<string, ElementSketch>>;
  readonly flows: readonly string[];
}

/** An entity by the kinds of its attributes. */
export type EntitySketch = Readonly<Record<string, "long" | "string" | "decimal" | "boolean">>;

const module = "Bench";

function flowRecords({ name, returnType, elements, flows }: FlowSketch): ProjectRecord[] {
  const idOf = (key: string): string => `${name}.${key}`;
  const parentOf = (key: string): string => {
    const parent = elements[key]?.parent;
    return parent === undefined ? name : idOf(parent);
  };
  return [
    { id: name, type: "microflow", parent: module, name, returnType, allowedRoles: [] },
    ...Object.entries(elements).map(([key, { kind, fields = {} }]): ProjectRecord => {
      return { id: idOf(key), type: "element", parent: parentOf(key), kind, fields };
    }),
    ...flows.map((flow, index): ProjectRecord => {
      const [, from = "", outcome = "", to = ""] = /^(\w+) ?(\w*)> (\w+)$/.exec(flow) ?? [];
      const outcomes = outcome === "" ? {} : { outcomes: [outcome] };
      const ends = { from: idOf(from), to: idOf(to) };
      return { id: idOf(`flow${index}`), type: "sequenceFlow", parent: parentOf(from), ...ends, ...outcomes };
    }),
  ];
}

/** A project with one module, `Bench`. */
export function benchProject(
  entities: Readonly<Record<string, EntitySketch>>,
  flows: readonly FlowSketch[],
): ProjectRecords {
  const records: ProjectRecord[] = [
    {
      id: "project",
      type: "project",
      name: "Bench",
      connectors: [],
      configurations: [],
      security: { level: "off", userRoles: [] },
    },
    { id: module, type: "module", parent: "project", name: module, roles: [], folders: [] },
    ...Object.entries(entities).map(
      ([name, attributes]): ProjectRecord => ({
        id: name,
        type: "entity",
        parent: module,
        name,
        isPersistable: false,
        attributes: Object.entries(attributes).map(([attribute, kind]) => ({
          id: `${name}.${attribute}`,
          name: attribute,
          attributeType: { kind },
        })),
      }),
    ),
    ...flows.flatMap(flowRecords),
  ];
  return new Map(records.map((record) => [record.id, record]));
}

/** What a loop of the benchmarks does in each round. */
export interface LoopSketch {
  readonly name: string;
  /** Entity of the list that is gone through, and of the objects that are made. */
  readonly from: string;
  readonly to: string;
  /** Expressions of the members of a new object; the present one is `$Item`. */
  readonly members: Readonly<Record<string, string>>;
  /** Whether the new object, `$New`, is kept. */
  readonly condition: string;
}

/** A microflow with a list parameter `Items` that returns a list: the loop of the hand-written rival. */
export function loopFlow({ name, from, to, members, condition }: LoopSketch): FlowSketch {
  const memberList = Object.entries(members).map(([member, value]) => ({ member, value }));
  const listOf = (entity: string) => ({ kind: "list", entity: `${module}.${entity}` }) as const;
  return {
    name,
    returnType: listOf(to),
    elements: {
      items: { kind: "parameter", fields: { name: "Items", type: listOf(from) } },
      start: { kind: "start" },
      list: { kind: "createList", fields: { entity: `${module}.${to}`, output: "Kept" } },
      loop: { kind: "loop", fields: { list: "Items", iterator: "Item" } },
      make: {
        kind: "createObject",
        parent: "loop",
        fields: { entity: `${module}.${to}`, members: memberList, output: "New" },
      },
      decide: { kind: "decision", parent: "loop", fields: { condition } },
      keep: {
        kind: "changeList",
        parent: "loop",
        fields: { list: "Kept", operation: "add", value: "$New" },
      },
      over: { kind: "merge", parent: "loop" },
      end: { kind: "end", fields: { returnValue: "$Kept" } },
    },
    flows: [
      "start > list",
      "list > loop",
      "loop > end",
      "make > decide",
      "decide true> keep",
      "decide false> over",
      "keep > over",
    ],
  };
}
