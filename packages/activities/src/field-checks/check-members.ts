import { closestName } from "@rivulet/expressions";
import type { AssociationStep } from "@rivulet/model";
import { type AttributeShape, type DataType, dataTypeOfAttribute, type QualifiedName } from "@rivulet/values";
import type { MemberAssignmentsField } from "../fields/field.ts";
import type { MemberAssignment } from "../fields/field-values.ts";
import { checkText } from "./check-expression.ts";
import type { FieldCheck } from "./field-check.ts";
import { meantName } from "./field-finding.ts";

/** An assignment with its place and the entity of the object. */
interface Member {
  readonly assignment: MemberAssignment;
  readonly entity: QualifiedName;
  /** `members[0]`. */
  readonly at: string;
  readonly allowsAddAndRemove: boolean;
  readonly check: FieldCheck;
}

function checkOperation({ assignment, at, allowsAddAndRemove, check }: Member, isSet: boolean): boolean {
  const { operation = "set", member } = assignment;
  if (operation === "set" || (isSet && allowsAddAndRemove)) return true;
  const reason = isSet ? "A new object has nothing yet" : `${member} holds at most one value`;
  check.add({
    code: "operation-not-allowed",
    field: `${at}.operation`,
    message: `${reason}, so ${operation} is not possible. Set it instead.`,
    fix: { label: "Set it", value: "set" },
  });
  return false;
}

function checkAttributeMember(member: Member, attribute: AttributeShape): void {
  const { assignment, entity, at, check } = member;
  checkOperation(member, false);
  if (attribute.type.kind === "autoNumber") {
    const message = `${entity}/${attribute.name} gets its number by itself and cannot be set. Remove this member.`;
    check.add({ code: "read-only-member", field: `${at}.member`, message });
  }
  const expected = [dataTypeOfAttribute(attribute.type)];
  checkText(assignment.value, { field: `${at}.value`, expected, check });
}

/** What may be assigned: from the owning end an object, or a list where many can be held. */
function checkAssociationMember(member: Member, steps: readonly AssociationStep[]): void {
  const { assignment, entity, at, check } = member;
  const step = steps.find(({ end, association }) => end === "owner" || association.isOneToOne);
  if (!step) {
    const owner = steps[0]?.other ?? "its owner";
    const message = `${assignment.member} is held by ${owner}, not by ${entity}. Set it on the object of ${owner}.`;
    check.add({ code: "association-not-owned", field: `${at}.member`, message });
    return;
  }
  checkOperation(member, !step.isSingle);
  const object: DataType = { kind: "object", entity: step.other };
  const expected = step.isSingle ? [object] : [{ kind: "list", entity: step.other } as const, object];
  checkText(assignment.value, { field: `${at}.value`, expected, check });
}

function checkUnknownMember({ assignment, entity, at, check }: Member): void {
  const { index } = check.context;
  const { member } = assignment;
  const attributes = index.shape(entity)?.attributes.map(({ name }) => name) ?? [];
  const owned = index.associationsOf(entity).map(({ association }) => association.name);
  const { sentence, ...fix } = meantName(
    closestName(member, [...attributes, ...owned]),
    "Choose another member.",
  );
  const noun = member.includes(".") ? "association" : "attribute";
  const message = `${entity} has no ${noun} ${member}. ${sentence}`;
  check.add({ code: "unknown-member", field: `${at}.member`, message, ...fix });
  checkText(assignment.value, { field: `${at}.value`, expected: [], check });
}

function checkMember(member: Member): void {
  const { assignment, entity, at, check } = member;
  const { index } = check.context;
  if (assignment.value.trim() === "") {
    const message = `${assignment.member} has no value. Write an expression, empty for nothing, or remove the member.`;
    check.add({ code: "missing-value", field: `${at}.value`, message });
    return;
  }
  const attribute = index.shape(entity)?.attributesByName.get(assignment.member);
  const steps = index
    .associationsOf(entity)
    .filter(({ association }) => association.name === assignment.member);
  if (attribute) checkAttributeMember(member, attribute);
  else if (steps.length > 0) checkAssociationMember(member, steps);
  else checkUnknownMember(member);
}

/** Values for the members of an object. Without a known object only the expressions themselves are looked at. */
export function checkMembers(
  assignments: readonly MemberAssignment[],
  field: MemberAssignmentsField,
  check: FieldCheck,
): void {
  const type = check.typeOf(field.object);
  const set = new Set<string>();
  for (const [position, assignment] of assignments.entries()) {
    const at = `${field.name}[${position}]`;
    const { member, operation = "set" } = assignment;
    if (operation === "set" && set.has(member)) {
      const message = `${member === "" ? "A member without a name" : member} is set twice. Remove one of the two.`;
      check.add({ code: "duplicate-member", field: `${at}.member`, message });
    }
    if (operation === "set") set.add(member);
    const { allowsAddAndRemove } = field;
    if (type?.kind === "object")
      checkMember({ assignment, entity: type.entity, at, allowsAddAndRemove, check });
    else if (!type) checkText(assignment.value, { field: `${at}.value`, expected: [], check });
  }
}
