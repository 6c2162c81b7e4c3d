import type { MemberAssignment } from "@rivulet/activities";
import type { Operand } from "@rivulet/expressions";
import type { AssociationStep } from "@rivulet/model";
import {
  type AssociationView,
  type AttributeShape,
  dataTypeOfAttribute,
  type EntityObject,
  link,
  ObjectList,
  setLinks,
  unlink,
  type Value,
  writeSlot,
} from "@rivulet/values";
import { atField } from "../run/at-field.ts";
import type { Frame } from "../run/frame.ts";
import type { ActivityFields } from "./activity-compiler.ts";
import { checkedForAttribute } from "./checked-attribute.ts";

type Change = (object: EntityObject, value: Value) => void;

/** What is done with one member: an attribute is written into its slot, an association is changed. */
interface CompiledAssignment {
  readonly operand: Operand;
  readonly attributeSlot: number;
  readonly changeAssociation: Change;
}

/** Stands where a member is an association. */
const noSlot = -1;
/** Stands where a member is an attribute. */
const noChange: Change = () => undefined;

/** Sets the listed members of an object, in their order. */
export class MemberAssigner {
  private readonly assignments: readonly CompiledAssignment[];

  constructor(assignments: readonly CompiledAssignment[]) {
    this.assignments = assignments;
  }

  assign(object: EntityObject, frame: Frame): void {
    const assignments = this.assignments;
    const { length } = assignments;
    let position = 0;
    try {
      for (; position < length; position += 1) {
        const { operand, attributeSlot, changeAssociation } = assignments[position] as CompiledAssignment;
        const value = operand.valueIn(frame);
        if (attributeSlot !== noSlot) writeSlot(object, attributeSlot, value);
        else changeAssociation(object, value);
      }
    } catch (error) {
      throw atField(error, `members[${position}].value`);
    }
  }
}

function objectsOf(value: Value): readonly EntityObject[] {
  if (value === null) return [];
  return value instanceof ObjectList ? value.items : [value as EntityObject];
}

const associationOperations: Record<
  NonNullable<MemberAssignment["operation"]>,
  (view: AssociationView, others: readonly EntityObject[]) => void
> = {
  set: setLinks,
  add: (view, others) => {
    for (const other of others) link(view, other);
  },
  remove: (view, others) => {
    for (const other of others) unlink(view, other);
  },
};

class AssignmentCompiler {
  readonly #activity: ActivityFields;
  readonly #entity: string;

  constructor(activity: ActivityFields, entity: string) {
    this.#activity = activity;
    this.#entity = entity;
  }

  compile(assignment: MemberAssignment): CompiledAssignment {
    const { index, element } = this.#activity;
    const attribute = index.shape(this.#entity)?.attributesByName.get(assignment.member);
    if (attribute) return this.#attribute(attribute, assignment.value);
    const step = index
      .associationsOf(this.#entity)
      .find(({ association }) => association.name === assignment.member);
    if (!step)
      throw new Error(`Element ${element.id} sets ${assignment.member}, which ${this.#entity} lacks.`);
    return this.#association(step, assignment);
  }

  #attribute(attribute: AttributeShape, text: string): CompiledAssignment {
    const type = dataTypeOfAttribute(attribute.type);
    const { operand } = this.#activity.expressions.compile(text, [type]);
    return {
      operand: checkedForAttribute(operand, attribute),
      attributeSlot: attribute.slot,
      changeAssociation: noChange,
    };
  }

  #association(step: AssociationStep, { value, operation = "set" }: MemberAssignment): CompiledAssignment {
    const { association, end, other, isSingle } = step;
    const one = { kind: "object", entity: other } as const;
    const expected = isSingle ? [one] : [{ kind: "list", entity: other } as const, one];
    const { operand } = this.#activity.expressions.compile(value, expected);
    const change = associationOperations[operation];
    return {
      operand,
      attributeSlot: noSlot,
      changeAssociation: (object, others) => change({ object, association, end }, objectsOf(others)),
    };
  }
}

/** Compiles a field with values for the members of an object of `entity`. */
export function compileMembers(activity: ActivityFields, field: string, entity: string): MemberAssigner {
  const compiler = new AssignmentCompiler(activity, entity);
  const members = activity.find("memberAssignments", field) ?? [];
  return new MemberAssigner(members.map((member) => compiler.compile(member)));
}
