import type { MemberAssignment } from "@rivulet/activities";
import { type AssociationStep, splitQualifiedName } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import { type ObjectsOfFlow, objectsOfFlow } from "./objects-of-flow.ts";
import type { StructureCheck } from "./structure-check.ts";
import { takenObjects } from "./taken-objects.ts";

/** An object that an activity takes, and what is looked at while it is judged. */
interface Taken {
  readonly activity: string;
  readonly objects: ObjectsOfFlow;
  readonly check: StructureCheck;
  /** Variables that have been judged: objects may be linked in a circle. */
  readonly seen: Set<string>;
}

const isSet = ({ value }: MemberAssignment) => value.trim() !== "empty";

/** A new object whose entity is known. */
interface Made {
  readonly variable: string;
  readonly entity: QualifiedName;
}

const shortName = (entity: QualifiedName) => splitQualifiedName(entity)?.name ?? entity;
const titleOf = ({ variable, entity }: Made) => `${shortName(entity)} $${variable}`;

function missingAttributes(made: Made, { activity, objects, check }: Taken): string[] {
  const { variable, entity } = made;
  const { attributes = [] } = check.context.index.shape(entity) ?? {};
  return attributes.flatMap(({ name, isRequired, initialValue }) => {
    const hasValue = initialValue !== null || objects.mayBeSet(variable, name, isSet);
    if (!isRequired || hasValue) return [];
    return [
      `${name} of ${titleOf(made)} is empty, and ${activity} needs it. Give it a value where $${variable} is created.`,
    ];
  });
}

/** What is missing of the objects that are linked over one association, or that nothing is linked. */
function missingOwners(made: Made, { association, other }: AssociationStep, taken: Taken): string[] {
  const { minimumOwners = 0, name } = association;
  const owners = taken.objects.ownersOf(made.variable, association);
  if (owners === "unknown") return [];
  if (owners.length >= minimumOwners) return owners.flatMap((owner) => missingParts(owner, taken));
  return [
    `Nothing is linked to ${titleOf(made)} over ${name}, and ${taken.activity} needs it. Create an object of ${shortName(other)} or of a specialization, and set ${name} to $${made.variable}.`,
  ];
}

/** What an object lacks that was made in this microflow; nothing is said about others. */
function missingParts(variable: string, taken: Taken): string[] {
  const entity = taken.objects.entityOf(variable);
  if (entity === undefined || taken.seen.has(variable)) return [];
  taken.seen.add(variable);
  const made = { variable, entity };
  const steps = taken.check.context.index.associationsOf(entity).filter(({ end }) => end === "target");
  return [...missingAttributes(made, taken), ...steps.flatMap((step) => missingOwners(made, step, taken))];
}

/**
 * New objects that are given to activities of connectors without what these need: the attributes and linked objects
 * that the domain model marks as required. Only what is certain is said: an object that some other microflow may
 * have completed, or that is reached in another way than by its variable, is left to the run.
 */
export function checkIncompleteObjects(check: StructureCheck): void {
  const taken = takenObjects(check);
  if (taken.length === 0) return;
  const objects = objectsOfFlow(check);
  for (const { definition, element, field, variable } of taken) {
    const judged = { activity: definition.label, objects, check, seen: new Set<string>() };
    for (const message of missingParts(variable, judged)) {
      check.report.add({ code: "incomplete-object", record: element, field, message });
    }
  }
}
