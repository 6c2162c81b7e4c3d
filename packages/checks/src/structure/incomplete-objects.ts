import { type Field, type MemberAssignment, readField, visibleFields } from "@rivulet/activities";
import { type AssociationStep, splitQualifiedName } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { FlowNode } from "../graph/flow-graph.ts";
import { type ObjectsOfFlow, objectsOfFlow } from "./objects-of-flow.ts";
import type { StructureCheck } from "./structure-check.ts";

/** An object that an activity takes, and what is looked at while it is judged. */
interface Taken {
  readonly activity: string;
  readonly objects: ObjectsOfFlow;
  readonly check: StructureCheck;
  /** Variables that have been judged: objects may be linked in a circle. */
  readonly seen: Set<string>;
}

const isSet = ({ value }: MemberAssignment) => value.trim() !== "empty";

function missingAttributes(
  variable: string,
  entity: QualifiedName,
  { activity, objects, check }: Taken,
): string[] {
  const { attributes = [] } = check.context.index.shape(entity) ?? {};
  return attributes.flatMap(({ name, isRequired }) => {
    if (!isRequired || objects.mayBeSet(variable, name, isSet)) return [];
    return [
      `${name} of $${variable} is empty, and ${activity} needs it. Give it a value where $${variable} is created.`,
    ];
  });
}

/** What is missing of the objects that are linked over one association, or that nothing is linked. */
function missingOwners(variable: string, { association, other }: AssociationStep, taken: Taken): string[] {
  const { minimumOwners = 0, name } = association;
  const { activity, objects } = taken;
  const owners = objects.ownersOf(variable, association);
  if (owners === "unknown") return [];
  if (owners.length >= minimumOwners) return owners.flatMap((owner) => missingParts(owner, taken));
  const what = splitQualifiedName(other)?.name ?? other;
  return [
    `Nothing is linked to $${variable} over ${name}, and ${activity} needs it. Create an object of ${what} or of a specialization, and set ${name} to $${variable}.`,
  ];
}

/** What an object lacks that was made in this microflow; nothing is said about others. */
function missingParts(variable: string, taken: Taken): string[] {
  const entity = taken.objects.entityOf(variable);
  if (entity === undefined || taken.seen.has(variable)) return [];
  taken.seen.add(variable);
  const steps = taken.check.context.index
    .associationsOf(entity)
    .filter(({ end, association }) => end === "target" && association.minimumOwners !== undefined);
  return [
    ...missingAttributes(variable, entity, taken),
    ...steps.flatMap((step) => missingOwners(variable, step, taken)),
  ];
}

/** The variable that a field of a connector's activity takes as an object. */
function takenVariable(field: Field, { element }: FlowNode): string | undefined {
  if (field.kind !== "expression" || field.expected.length === 0) return undefined;
  const takesObject = field.expected.every((rule) => rule.from === "fixed" && rule.type.kind === "object");
  if (!takesObject) return undefined;
  return /^\s*\$(\w+)\s*$/.exec(readField("expression", element.fields[field.name]) ?? "")?.[1];
}

/**
 * New objects that are given to activities of connectors without what these need: the attributes and linked objects
 * that the domain model marks as required. Only what is certain is said: an object that some other microflow may
 * have completed, or that is reached in another way than by its variable, is left to the run.
 */
export function checkIncompleteObjects(check: StructureCheck): void {
  let objects: ObjectsOfFlow | undefined;
  for (const node of check.analysis.graph.nodes.values()) {
    const { definition, element, isSkipped } = node;
    if (!definition?.kind.includes(".") || isSkipped) continue;
    for (const field of visibleFields(definition, element.fields)) {
      const variable = takenVariable(field, node);
      if (variable === undefined) continue;
      objects ??= objectsOfFlow(check);
      const taken = { activity: definition.label, objects, check, seen: new Set<string>() };
      for (const message of missingParts(variable, taken)) {
        check.report.add({ code: "incomplete-object", record: element.id, field: field.name, message });
      }
    }
  }
}
