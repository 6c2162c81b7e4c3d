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
  readSlot,
  rememberLinks,
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

/** Gives what a change to this value will touch, as a function that brings it back. */
type Remember = (object: EntityObject, value: Value) => () => void;

/** What is done with one member: an attribute is written into its slot, an association is changed. */
interface CompiledAssignment {
  readonly operand: Operand;
  readonly attributeSlot: number;
  readonly changeAssociation: Change;
  readonly remember: Remember;
}

/** Stands where a member is an association. */
const noSlot = -1;
/** Stands where a member is an attribute. */
const noChange: Change = () => undefined;

/** Sets the listed members of an object, in their order. */
export class MemberAssigner {
  private readonly assignments: readonly CompiledAssignment[];
  /** Whether a new object that could not be finished would be linked to others already. */
  readonly linksEarly: boolean;

  constructor(assignments: readonly CompiledAssignment[]) {
    this.assignments = assignments;
    this.linksEarly = assignments.slice(0, -1).some(({ attributeSlot }) => attributeSlot === noSlot);
  }

  /**
   * Sets all members or, when one fails, none: an error handler may go on with the object and with those that it was
   * linked to.
   */
  assignAllOrNone(object: EntityObject, frame: Frame): void {
    if (this.assignments.length < 2) return this.assign(object, frame);
    const takeBack: (() => void)[] = [];
    let position = 0;
    try {
      for (const { operand, attributeSlot, changeAssociation, remember } of this.assignments) {
        const value = operand.valueIn(frame);
        // The last one is done or not; only what stands before another one may have to be taken back.
        if (position < this.assignments.length - 1) takeBack.push(remember(object, value));
        if (attributeSlot !== noSlot) writeSlot(object, attributeSlot, value);
        else changeAssociation(object, value);
        position += 1;
      }
    } catch (error) {
      for (const back of takeBack.reverse()) back();
      throw atField(error, `members[${position}].value`);
    }
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
    const { slot } = attribute;
    return {
      operand: checkedForAttribute(operand, attribute),
      attributeSlot: slot,
      changeAssociation: noChange,
      remember: (object) => {
        const before = readSlot(object, slot);
        return () => writeSlot(object, slot, before);
      },
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
      remember: (object, others) => rememberLinks({ object, association, end }, objectsOf(others)),
    };
  }
}

/** Compiles a field with values for the members of an object of `entity`. */
export function compileMembers(activity: ActivityFields, field: string, entity: string): MemberAssigner {
  const compiler = new AssignmentCompiler(activity, entity);
  const members = activity.find("memberAssignments", field) ?? [];
  return new MemberAssigner(members.map((member) => compiler.compile(member)));
}
