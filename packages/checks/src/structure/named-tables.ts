import type { KnownKeyPart, NamingAttribute } from "@rivulet/activities";
import { splitQualifiedName } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import { fixedText } from "./fixed-text.ts";
import { knownKeyOf, lookedUpTable } from "./known-key.ts";
import { type ObjectsOfFlow, objectsOfFlow } from "./objects-of-flow.ts";
import type { StructureCheck } from "./structure-check.ts";
import { type TakenObject, takenObjects } from "./taken-objects.ts";

/** An object that names a table, linked to what an activity takes or that itself. */
interface Holder {
  readonly taken: TakenObject;
  readonly variable: string;
  readonly objects: ObjectsOfFlow;
  readonly check: StructureCheck;
}

/** What is wrong at a holder. */
interface Fault {
  readonly code: "no-such-table" | "no-such-index" | "key-does-not-fit";
  readonly message: string;
}

const shortName = (entity: QualifiedName) => splitQualifiedName(entity)?.name ?? entity;

/** The new objects that are linked to one as owners. */
function ownersOf(variable: string, { objects, check }: Pick<Holder, "objects" | "check">): string[] {
  const entity = objects.entityOf(variable);
  if (entity === undefined) return [];
  const steps = check.context.index.associationsOf(entity).filter(({ end }) => end === "target");
  return steps.flatMap(({ association }) => {
    const owners = objects.ownersOf(variable, association);
    return owners === "unknown" ? [] : owners;
  });
}

/** An attribute of the holder that names something. */
function namingAttribute(
  { taken, variable, objects, check }: Holder,
  names: NamingAttribute["names"],
): NamingAttribute | undefined {
  const entity = objects.entityOf(variable);
  return taken.definition.namingAttributes.find(
    (each) =>
      each.names === names && entity !== undefined && check.context.index.isKindOf(entity, each.entity),
  );
}

function textOf(holder: Holder, names: NamingAttribute["names"]): string | undefined {
  const attribute = namingAttribute(holder, names)?.attribute;
  return attribute === undefined ? undefined : holder.objects.onlyValueOf(holder.variable, attribute);
}

function titleOf({ taken, variable, objects }: Holder): string {
  return `${shortName(objects.entityOf(variable) ?? "")} $${variable} of ${taken.definition.label}`;
}

/** Entity of the value that a stand-in of a condition has, where exactly one new object is known to be it. */
function entityOfStandIn(standIn: string, holder: Holder): QualifiedName | undefined {
  const parts = ownersOf(holder.variable, holder)
    .flatMap((owner) => ownersOf(owner, holder))
    .filter((variable) => fixedText(textOf({ ...holder, variable }, "keyPart")) === standIn);
  const [part] = parts;
  return part !== undefined && parts.length === 1 ? holder.objects.entityOf(part) : undefined;
}

/** What is wrong with one part of the key in a condition, to go on behind the name of the object. */
function faultOfPart(part: KnownKeyPart, condition: string, holder: Holder): string | undefined {
  const { name, role, entities } = part;
  const words = [...condition.matchAll(/:?[\w.-]+|[=<>]+/g)].map(([word]) => word);
  const at = words.indexOf(name);
  if (at < 0 && role === "partition key")
    return `has a key condition without ${name}, the ${role}. Begin the condition with ${name} = and a value, as in ${name} = :value.`;
  const [operator = "", standIn = ""] = at < 0 ? [] : words.slice(at + 1);
  const isCompared = /^[=<>]+$/.test(operator) && standIn.startsWith(":");
  const entity = isCompared ? entityOfStandIn(standIn, holder) : undefined;
  if (entity === undefined || entities.includes(entity)) return undefined;
  return `compares ${name}, the ${role}, with ${standIn}, which is a ${shortName(entity)}. Make it a ${entities.map(shortName).join(" or ")}.`;
}

/** A condition that does not fit the key of the table, or of the index; what has stand-ins for names is not judged. */
function conditionFaults(holder: Holder, index: string | undefined): Fault[] {
  const { taken, check } = holder;
  const condition = fixedText(textOf(holder, "keyCondition"));
  const [rule] = taken.definition.keyedObjects;
  if (condition === undefined || condition.includes("#") || !rule) return [];
  const used = { name: textOf(holder, "table"), taken, check };
  const indexes = lookedUpTable(used)?.table.indexes;
  const known = knownKeyOf(used, rule);
  const key = index === undefined ? known?.key : indexes?.find(({ name }) => name === index)?.key;
  if (!known || !key) return [];
  const where = `${fixedText(used.name)}${index === undefined ? "" : `.${index}`} of ${known.place}`;
  return key.flatMap((part) => {
    const fault = faultOfPart(part, condition, holder);
    return fault === undefined
      ? []
      : [{ code: "key-does-not-fit", message: `${titleOf(holder)} is for ${where}, and ${fault}` } as const];
  });
}

function faultsOf(holder: Holder): Fault[] {
  const { taken, check } = holder;
  const found = lookedUpTable({ name: textOf(holder, "table"), taken, check });
  if (found?.table.key === null) {
    const { place, table } = found;
    return [
      {
        code: "no-such-table",
        message: `${titleOf(holder)} names the table ${table.name}, and there was none in ${place} when it was looked up. Correct the name, or create the table.`,
      },
    ];
  }
  const written = textOf(holder, "index");
  const index = fixedText(written);
  // An index of which nobody knows which one it is.
  if (written !== undefined && index === undefined) return [];
  if (!found || index === undefined || found.table.indexes.some(({ name }) => name === index))
    return conditionFaults(holder, index);
  const names = found.table.indexes.map(({ name }) => name);
  const has = names.length === 0 ? "has no index" : `has ${names.join(", ")}`;
  return [
    {
      code: "no-such-index",
      message: `${titleOf(holder)} names the index ${index}, and ${found.table.name} in ${found.place} ${has}. Correct the name, or leave it empty to read the table.`,
    },
  ];
}

/** The taken object and the new objects that are linked to it, as far as they name tables. */
function holdersOf(holder: Holder, seen = new Set<string>()): Holder[] {
  if (seen.has(holder.variable)) return [];
  seen.add(holder.variable);
  const others = ownersOf(holder.variable, holder).flatMap((variable) =>
    holdersOf({ ...holder, variable }, seen),
  );
  return namingAttribute(holder, "table") ? [holder, ...others] : others;
}

/** Tables and indexes that are named and are not there, and key conditions that do not fit. */
export function checkNamedTables(check: StructureCheck): void {
  const taken = takenObjects(check).filter(({ definition }) => definition.namingAttributes.length > 0);
  if (taken.length === 0) return;
  const objects = objectsOfFlow(check);
  for (const each of taken) {
    const place = { record: each.element, field: each.field };
    for (const holder of holdersOf({ taken: each, variable: each.variable, objects, check }))
      for (const fault of faultsOf(holder)) check.report.add({ ...fault, ...place });
  }
}
