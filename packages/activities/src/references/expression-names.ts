import { type ExpressionNode, type PathStep, parse, type VariableNode } from "@rivulet/expressions";
import type { ProjectIndex } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
import { attributeName } from "./attribute-name.ts";
import type { NameWalk, ReferenceKind } from "./reference.ts";

/** What is needed to know what a path leads to. */
export interface PathContext {
  readonly index: ProjectIndex;
  /** Type of a variable, by its name without `$`. */
  readonly variable: (name: string) => DataType | undefined;
}

/** A name in the text of an expression. */
interface NameInText {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** All nodes below some nodes, without recursion: chains of operators can be long. */
function* nodesBelow(roots: readonly ExpressionNode[]): Generator<ExpressionNode> {
  const stack = [...roots];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    if (node.kind === "binary") stack.push(node.right, node.left);
    if (node.kind === "unary") stack.push(node.operand);
    if (node.kind === "if") stack.push(node.whenFalse, node.whenTrue, node.condition);
    if (node.kind === "call") stack.push(...node.arguments.toReversed());
  }
}

/** Where one stands after an association; unknown when it does not start at the entity. */
function otherEnd(association: string, entity: QualifiedName | undefined, index: ProjectIndex) {
  const shape = index.association(association);
  if (!shape || entity === undefined) return undefined;
  if (index.isKindOf(entity, shape.owner)) return shape.target;
  return index.isKindOf(entity, shape.target) ? shape.owner : undefined;
}

function* namesOfStep(
  { name, from, to }: PathStep,
  entity: QualifiedName | undefined,
  index: ProjectIndex,
): Generator<NameInText> {
  if (name.includes(".")) {
    yield { kind: index.entity(name) ? "entity" : "association", name, from, to };
    return;
  }
  const attribute = entity === undefined ? undefined : attributeName(index, entity, name);
  if (attribute !== undefined) yield { kind: "attribute", name: attribute, from, to };
}

function* namesOfPath(node: VariableNode, { index, variable }: PathContext): Generator<NameInText> {
  const { name, nameTo, steps } = node;
  if (name !== "") yield { kind: "variable", name, from: nameTo - name.length, to: nameTo };
  const type = variable(name);
  let entity = type?.kind === "object" ? type.entity : undefined;
  for (const step of steps) {
    yield* namesOfStep(step, entity, index);
    entity = index.entity(step.name) ? step.name : otherEnd(step.name, entity, index);
  }
}

/** `Module.Enumeration.Value`: the enumeration and its value are names of their own. */
function* namesOfDottedName(name: string, from: number): Generator<NameInText> {
  const [module = "", enumeration = "", value, ...more] = name.split(".");
  if (!value || more.length > 0) return;
  const middle = from + module.length + 1 + enumeration.length;
  yield { kind: "enumeration", name: `${module}.${enumeration}`, from, to: middle };
  yield { kind: "enumerationValue", name, from: middle + 1, to: from + name.length };
}

/** Ranges of nodes include parentheses, those of names do not. */
function* namesOfNode(node: ExpressionNode, text: string, context: PathContext): Generator<NameInText> {
  if (node.kind === "variable") yield* namesOfPath(node, context);
  if (node.kind === "name") yield* namesOfDottedName(node.name, text.indexOf(node.name, node.from));
  if (node.kind === "constant" && node.name !== "") {
    const from = text.indexOf(`@${node.name}`, node.from) + 1;
    yield { kind: "constant", name: node.name, from, to: from + node.name.length };
  }
}

/**
 * Goes over the names in an expression, in the order of the text, also where the text has mistakes; returns the text
 * with the names that the walk gives.
 *
 * @example walkExpression("$Order/Total", { field: "value", walk, context })
 */
export function walkExpression(
  text: string,
  {
    field,
    walk,
    context,
  }: { readonly field: string; readonly walk: NameWalk; readonly context: PathContext },
): string {
  const { ast, extra } = parse(text);
  const names = [...nodesBelow([ast, ...extra])].flatMap((node) => [...namesOfNode(node, text, context)]);
  let result = "";
  let done = 0;
  for (const name of names.toSorted((left, right) => left.from - right.from)) {
    result += text.slice(done, name.from) + walk.visit({ ...name, field });
    done = name.to;
  }
  return result + text.slice(done);
}
