import { completeExpression } from "@rivulet/expressions/codemirror";
import type { AttributeRecord, ProjectRecord } from "@rivulet/model";
import { ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";

const entityCount = 1_000;

const attributeTypes: readonly AttributeRecord["attributeType"][] = [
  { kind: "string" },
  { kind: "integer" },
  { kind: "decimal" },
  { kind: "boolean" },
  { kind: "dateTime" },
];

function* recordsOfEntity(number: number): Generator<ProjectRecord> {
  const id = `e${number}`;
  yield {
    id,
    type: "entity",
    parent: "shop",
    name: `Entity${number}`,
    isPersistable: true,
    attributes: Array.from({ length: 10 }, (_, at) => ({
      id: `${id}a${at}`,
      name: `Attribute${at}`,
      attributeType: attributeTypes[at % attributeTypes.length] ?? { kind: "string" },
    })),
  };
  yield {
    id: `s${number}`,
    type: "association",
    parent: "shop",
    name: `Entity${number}_Next`,
    owner: `Shop.Entity${number}`,
    target: `Shop.Entity${(number + 1) % entityCount}`,
    multiplicity: "single",
  };
  yield {
    id: `n${number}`,
    type: "enumeration",
    parent: "shop",
    name: `ENUM_Status${number}`,
    values: ["Open", "Closed", "Cancelled"].map((name) => ({ name, caption: name })),
  };
  yield {
    id: `c${number}`,
    type: "constant",
    parent: "shop",
    name: `Limit${number}`,
    dataType: { kind: "integer" },
    defaultValue: number,
  };
}

/** 1,000 entities with ten attributes each, and as many associations, enumerations and constants. */
function largeIndex(): ProjectIndex {
  const module: ProjectRecord = {
    id: "shop",
    type: "module",
    parent: "project",
    name: "Shop",
    roles: [],
    folders: [],
  };
  const records = [
    module,
    ...Array.from({ length: entityCount }, (_, number) => [...recordsOfEntity(number)]).flat(),
  ];
  return new ProjectIndex(new Map(records.map((record) => [record.id, record])));
}

/** What is typed, up to the cursor: a place where everything can stand, and a letter that is in nearly every name. */
const text = "if $Order/Attribute4 > 3 then s";

/** Completes there in a project of 1,000 entities; gives how much was offered. */
export function completeInLargeProject(): () => number {
  const model = largeIndex();
  const variables = Array.from({ length: 50 }, (_, at) => {
    const type: DataType = { kind: "object", entity: `Shop.Entity${at * 7}` };
    return [at === 1 ? "Order" : `Order${at}`, { name: at === 1 ? "Order" : `Order${at}`, type }] as const;
  });
  const byName = new Map(variables);
  const scope = {
    model,
    variable: (name: string) => byName.get(name),
    variables: () => byName.values(),
  };
  const around = { scope, expected: [{ kind: "integer" } as const] };
  return () => completeExpression(text, text.length, around).options.length;
}
