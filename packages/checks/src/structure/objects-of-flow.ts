import { elementReferences, type MemberAssignment, readField } from "@rivulet/activities";
import type { ElementRecord, ProjectIndex } from "@rivulet/model";
import type { AssociationShape, QualifiedName } from "@rivulet/values";
import type { MicroflowAnalysis } from "../scope/microflow-analysis.ts";
import type { StructureCheck } from "./structure-check.ts";

/** A member that some activity of the microflow sets, on the object of a variable. */
interface SetMember {
  readonly variable: string;
  readonly assignment: MemberAssignment;
}

/** What a microflow is known to do with the objects that it makes. */
export interface ObjectsOfFlow {
  /** Entity of an object that Create object makes, and that only this microflow touches. */
  readonly entityOf: (variable: string) => QualifiedName | undefined;
  /** Whether an attribute may have been set, by the variable of the object or by another one. */
  readonly mayBeSet: (
    variable: string,
    attribute: string,
    isSet: (assignment: MemberAssignment) => boolean,
  ) => boolean;
  /**
   * What a member of an object is set to, when one activity sets it and no other one may: an expression. `undefined`
   * when that cannot be told.
   */
  readonly onlyValueOf: (variable: string, member: string) => string | undefined;
  /** The variables of the objects that are linked to one as owners; `unknown` when it cannot be told. */
  readonly ownersOf: (variable: string, association: AssociationShape) => readonly string[] | "unknown";
}

/** Activities whose use of an object is seen through; whatever else uses one may change it. */
const seenThrough = new Set(["createObject", "changeObject"]);

const variableIn = (expression: string) => /^\s*\$(\w+)\s*$/.exec(expression)?.[1];

function setMembers(elements: readonly ElementRecord[]): SetMember[] {
  return elements.flatMap(({ kind, fields }) => {
    const field = kind === "createObject" ? "output" : "object";
    const variable = seenThrough.has(kind) ? readField("newVariable", fields[field]) : undefined;
    if (variable === undefined) return [];
    const members = readField("memberAssignments", fields["members"]) ?? [];
    return members.map((assignment) => ({ variable, assignment }));
  });
}

/** Variables that are given to calls or put into lists: what happens to their objects there is not seen. */
function givenAway(elements: readonly ElementRecord[], { context }: StructureCheck): ReadonlySet<string> {
  const references = elements.flatMap((element) =>
    ["microflowCall", "changeList"].includes(element.kind) ? elementReferences(element, context) : [],
  );
  return new Set(
    references.flatMap(({ kind, name, isDeclaration }) =>
      kind === "variable" && !isDeclaration ? [name] : [],
    ),
  );
}

function entitiesMade(analysis: MicroflowAnalysis, given: ReadonlySet<string>): Map<string, QualifiedName> {
  const made = new Map<string, QualifiedName>();
  for (const [name, { element, type }] of analysis.variablesByName) {
    if (element.kind === "createObject" && type.kind === "object" && !given.has(name))
      made.set(name, type.entity);
  }
  return made;
}

/** Whether two variables may stand for one object, as far as their entities tell. */
function mayBeOne(index: ProjectIndex, left: QualifiedName, right: QualifiedName): boolean {
  return index.isKindOf(left, right) || index.isKindOf(right, left);
}

/** Looks at all that a microflow does with objects, in whatever order. */
export function objectsOfFlow(check: StructureCheck): ObjectsOfFlow {
  const { analysis, context } = check;
  const nodes = [...analysis.graph.nodes.values()].filter(({ isSkipped }) => !isSkipped);
  const elements = nodes.map(({ element }) => element);
  const members = setMembers(elements);
  const made = entitiesMade(analysis, givenAway(elements, check));

  /** Whether what is done by one variable may be done to the object of another. */
  const isAbout = (acting: string, variable: string): boolean => {
    if (acting === variable) return true;
    if (made.has(acting)) return false;
    const type = analysis.variablesByName.get(acting)?.type;
    const entity = made.get(variable);
    return type?.kind === "object" && entity !== undefined && mayBeOne(context.index, type.entity, entity);
  };

  return {
    entityOf: (variable) => made.get(variable),
    mayBeSet: (variable, attribute, isSet) =>
      members.some(
        ({ variable: acting, assignment }) =>
          assignment.member === attribute && isSet(assignment) && isAbout(acting, variable),
      ),
    onlyValueOf: (variable, member) => {
      const values = members.filter(
        ({ variable: acting, assignment }) => assignment.member === member && isAbout(acting, variable),
      );
      const [only] = values;
      return made.has(variable) && only && values.length === 1 ? only.assignment.value : undefined;
    },
    ownersOf: (variable, association) => {
      const owners: string[] = [];
      for (const { variable: acting, assignment } of members) {
        if (assignment.member !== association.name) continue;
        const other = variableIn(assignment.value);
        if (other === undefined) return "unknown";
        if (isAbout(other, variable)) owners.push(acting);
        else if (association.isOneToOne && isAbout(acting, variable)) owners.push(other);
      }
      return owners;
    },
  };
}
