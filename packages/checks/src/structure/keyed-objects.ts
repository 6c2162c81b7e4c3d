import type { KeyedObjects, KnownKeyPart } from "@rivulet/activities";
import { splitQualifiedName } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import { fixedText } from "./fixed-text.ts";
import { knownKeyOf } from "./known-key.ts";
import { type ObjectsOfFlow, objectsOfFlow } from "./objects-of-flow.ts";
import type { StructureCheck } from "./structure-check.ts";
import { type TakenObject, takenObjects } from "./taken-objects.ts";

/** What is looked at while the objects are judged that one activity takes. */
interface Judging {
  readonly taken: TakenObject;
  readonly objects: ObjectsOfFlow;
  readonly check: StructureCheck;
}

/** A new object with a key in it, and what it is linked to. */
interface FoundKey {
  readonly rule: KeyedObjects;
  readonly variable: string;
  readonly holder: string;
}

/** A part of a key: its variable, and its name where that is a fixed text. */
interface Part {
  readonly variable: string;
  readonly entity: QualifiedName | undefined;
  readonly name: string | undefined;
}

const shortName = (entity: QualifiedName) => splitQualifiedName(entity)?.name ?? entity;

/** The new objects with keys that are linked to an object, however far away. */
function foundKeys(holder: string, judging: Judging, seen = new Set<string>()): FoundKey[] {
  const { taken, objects, check } = judging;
  const entity = objects.entityOf(holder);
  if (entity === undefined || seen.has(holder)) return [];
  seen.add(holder);
  const steps = check.context.index.associationsOf(entity).filter(({ end }) => end === "target");
  return steps.flatMap(({ association }) => {
    const owners = objects.ownersOf(holder, association);
    if (owners === "unknown") return [];
    return owners.flatMap((variable) => {
      const rule = taken.definition.keyedObjects.find((each) => each.entity === objects.entityOf(variable));
      return rule ? [{ rule, variable, holder }] : foundKeys(variable, judging, seen);
    });
  });
}

function partsOf({ rule, variable }: FoundKey, { objects, check }: Judging): readonly Part[] | "unknown" {
  const { association, nameAttribute } = rule.parts;
  const shape = check.context.index.association(association);
  const owners = shape ? objects.ownersOf(variable, shape) : "unknown";
  if (owners === "unknown") return "unknown";
  return owners.map((owner) => ({
    variable: owner,
    entity: objects.entityOf(owner),
    name: fixedText(objects.onlyValueOf(owner, nameAttribute)),
  }));
}

/** Parts that are surely there when the activity is executed: made on every way to it, and never linked elsewhere. */
function certainParts(
  parts: readonly Part[],
  { rule }: FoundKey,
  { taken, objects, check }: Judging,
): Part[] {
  const scope = check.analysis.scopeAt(taken.element);
  return parts.filter(
    ({ variable, entity }) =>
      entity !== undefined &&
      scope.variable(variable) !== undefined &&
      objects.onlyValueOf(variable, rule.parts.association) !== undefined,
  );
}

/** What no key can have, whatever table it is for. */
function wrongKey(found: FoundKey, parts: readonly Part[], judging: Judging): string | undefined {
  const { rule, variable } = found;
  if (rule.form !== "key") return undefined;
  const { most, entities } = rule.parts;
  const title = `${shortName(rule.entity)} $${variable} of ${judging.taken.definition.label}`;
  const certain = certainParts(parts, found, judging);
  if (certain.length > most) {
    const names = certain.map((part) => `$${part.variable}`).join(", ");
    return `${title} has ${certain.length} values (${names}), and a key has at most ${most}: the partition key and the sort key. Link only these.`;
  }
  const wrong = certain.find(({ entity }) => entity !== undefined && !entities.includes(entity));
  if (!wrong?.entity) return undefined;
  return `${title} has $${wrong.variable}, a ${shortName(wrong.entity)}; in a key only ${entities.map(shortName).join(", ")} can be.`;
}

/** What is wrong with the parts of a key as its table has it, to go on behind the name of the object. */
function faultsOfParts(
  key: readonly KnownKeyPart[],
  parts: readonly Part[],
  { rule, variable }: FoundKey,
): string[] {
  const { association, nameAttribute } = rule.parts;
  return key.flatMap(({ name, role, entities }) => {
    const wanted = entities.map(shortName).join(" or ");
    const given = parts.find((part) => part.name === name);
    if (!given) {
      const remedy = `Create a ${wanted} with ${nameAttribute} '${name}', and set ${shortName(association)} of it to $${variable}`;
      return [`has no ${name}, the ${role}. ${remedy}.`];
    }
    if (given.entity === undefined || entities.includes(given.entity)) return [];
    return [`has ${name}, the ${role}, as ${shortName(given.entity)}. Make it a ${wanted}.`];
  });
}

/** What does not fit the key of the table, where that is known; nothing when some part may have any name. */
function unfitting(found: FoundKey, parts: readonly Part[], judging: Judging): string[] {
  const { rule, variable, holder } = found;
  const { taken, objects, check } = judging;
  const table = objects.onlyValueOf(holder, rule.holderAttribute);
  const known = knownKeyOf({ name: table, taken, check }, rule);
  if (!known || parts.length === 0 || parts.some(({ name }) => name === undefined)) return [];
  const { key, place } = known;
  const faults = faultsOfParts(key, parts, found);
  const others = parts.filter(({ name }) => key.every((part) => part.name !== name));
  if (rule.form === "key" && faults.length === 0)
    faults.push(...others.map(({ name }) => `has ${name}, which is no part of the key. Leave it out.`));
  const title = `${shortName(rule.entity)} $${variable} of ${taken.definition.label} is for ${fixedText(table)} of ${place}, and`;
  return faults.map((fault) => `${title} ${fault}`);
}

/**
 * Keys that are drawn without a part of theirs, or with more than a key can have. Only what is certain is an error;
 * tables are known by name only, and another DynamoDB may have others under these names.
 */
export function checkKeyedObjects(check: StructureCheck): void {
  const taken = takenObjects(check).filter(({ definition }) => definition.keyedObjects.length > 0);
  if (taken.length === 0) return;
  const objects = objectsOfFlow(check);
  for (const each of taken) {
    const judging = { taken: each, objects, check };
    const place = { record: each.element, field: each.field };
    for (const found of foundKeys(each.variable, judging)) {
      const parts = partsOf(found, judging);
      if (parts === "unknown") continue;
      const message = wrongKey(found, parts, judging);
      if (message === undefined) {
        for (const text of unfitting(found, parts, judging))
          check.report.add({ code: "key-does-not-fit", ...place, message: text });
      } else check.report.add({ code: "wrong-key", ...place, message });
    }
  }
}
