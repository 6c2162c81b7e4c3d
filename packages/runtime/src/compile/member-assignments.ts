import type { MemberAssignment } from "@rivulet/activities";
import type { Evaluator } from "@rivulet/expressions";
import type { AssociationStep } from "@rivulet/model";
import {
  type AssociationView,
  type AttributeShape,
  dataTypeOfAttribute,
  type EntityObject,
  link,
  ObjectList,
  setLinks,
  slotWriter,
  unlink,
  type Value,
} from "@rivulet/values";
import { atField } from "../run/at-field.ts";
import type { Frame } from "../run/frame.ts";
import type { ActivityFields } from "./activity-compiler.ts";
import { checkedForAttribute } from "./checked-attribute.ts";

/** Sets the listed members of an object, in their order. */
export type AssignMembers = (object: EntityObject, frame: Frame) => void;

type Assign = (object: EntityObject, value: Value) => void;

interface CompiledAssignment {
  readonly field: string;
  readonly evaluate: Evaluator;
  readonly assign: Assign;
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

  compile(assignment: MemberAssignment, position: number): CompiledAssignment {
    const { index, element } = this.#activity;
    const field = `members[${position}].value`;
    const attribute = index.shape(this.#entity)?.attributesByName.get(assignment.member);
    if (attribute) return { field, ...this.#attribute(attribute, assignment.value) };
    const step = index
      .associationsOf(this.#entity)
      .find(({ association }) => association.name === assignment.member);
    if (!step)
      throw new Error(`Element ${element.id} sets ${assignment.member}, which ${this.#entity} lacks.`);
    return { field, ...this.#association(step, assignment) };
  }

  #attribute(attribute: AttributeShape, text: string): Omit<CompiledAssignment, "field"> {
    const type = dataTypeOfAttribute(attribute.type);
    const { evaluate } = this.#activity.expressions.compile(text, [type]);
    return { evaluate: checkedForAttribute(evaluate, attribute), assign: slotWriter(attribute.slot) };
  }

  #association(step: AssociationStep, { value, operation = "set" }: MemberAssignment) {
    const { association, end, other, isSingle } = step;
    const one = { kind: "object", entity: other } as const;
    const expected = isSingle ? [one] : [{ kind: "list", entity: other } as const, one];
    const { evaluate } = this.#activity.expressions.compile(value, expected);
    const change = associationOperations[operation];
    const assign: Assign = (object, others) => change({ object, association, end }, objectsOf(others));
    return { evaluate, assign };
  }
}

/** Compiles a field with values for the members of an object of `entity`. */
export function compileMembers(activity: ActivityFields, field: string, entity: string): AssignMembers {
  const compiler = new AssignmentCompiler(activity, entity);
  const members = activity.find("memberAssignments", field) ?? [];
  const assignments = members.map((member, position) => compiler.compile(member, position));
  return (object, frame) => {
    for (const { field: place, evaluate, assign } of assignments) {
      try {
        assign(object, evaluate(frame));
      } catch (error) {
        throw atField(error, place);
      }
    }
  };
}
