import type { FunctionRow } from "../functions/function-row.ts";
import { functionRow, functionTable } from "../functions/function-table.ts";
import type { Parameter, Signature } from "../functions/signature.ts";
import { formatSignature, parameterAt, takes } from "../functions/signature-text.ts";
import type { CallNode } from "../syntax/node.ts";
import { describeType, unknownType } from "../typed/expression-type.ts";
import type { TypedNode } from "../typed/typed-node.ts";
import type { CheckContext } from "./check-context.ts";
import { toDecimal } from "./conversion.ts";
import { negatedFacts } from "./facts.ts";
import { closestName, suggestion, wrapFix } from "./suggestion.ts";

/** Resolves a call: the function, the signature that fits the arguments, conversions, written values. */
export function checkCall(node: CallNode, list: readonly TypedNode[], context: CheckContext): TypedNode {
  const row = functionRow(node.name);
  if (!row) return unknownFunction(node, context);
  const callable = row.signatures.filter((signature) => takes(signature, list.length));
  const [first] = callable;
  if (!first) return wrongCount({ node, row, context }, list.length);
  const fitting = callable.find((signature) => firstMisfit(signature, list) === undefined);
  if (!fitting) return wrongArgument({ node, row, context }, { callable, list });
  if (list.some(({ type }) => type.kind === "unknown")) {
    const results = new Set(callable.map(({ result }) => result));
    const type = results.size === 1 ? { kind: first.result } : unknownType;
    return { kind: "unusable", type, range: node };
  }
  return boundCall(fitting, list, { node, row, context });
}

interface CallPlace {
  readonly node: CallNode;
  readonly row: FunctionRow;
  readonly context: CheckContext;
}

function unknownFunction({ name, nameRange }: CallNode, context: CheckContext): TypedNode {
  const names = functionTable.map((row) => row.name);
  const { sentence, fix } = suggestion(nameRange, closestName(name, names));
  const message = `There is no function ${name}.${sentence}`;
  return context.unusable("unknown-function", nameRange, { message, fix });
}

/** Whether an argument can stand for a parameter; an unknown one can. */
function fits({ type }: TypedNode, { kind, takesEmpty }: Parameter): boolean {
  if (type.kind === "unknown" || type.kind === kind) return true;
  if (type.kind === "empty") return takesEmpty || kind === "string";
  return kind === "decimal" && type.kind === "integer";
}

function firstMisfit(signature: Signature, list: readonly TypedNode[]): number | undefined {
  const index = list.findIndex((argument, at) => !fits(argument, parameterAt(signature, at)));
  return index < 0 ? undefined : index;
}

function counts(row: FunctionRow): string {
  const allowed = [...new Set(row.signatures.map(({ parameters }) => parameters.length))].sort(
    (a, b) => a - b,
  );
  const isOpen = row.signatures.some(({ parameters }) => parameters.at(-1)?.isRepeated);
  if (isOpen) return `${allowed[0]} or more arguments`;
  const last = allowed.at(-1);
  if (last === 0) return "no arguments";
  const noun = last === 1 ? "argument" : "arguments";
  return allowed.length < 2 ? `${last} ${noun}` : `${allowed.slice(0, -1).join(", ")} or ${last} ${noun}`;
}

function usage(row: FunctionRow): string {
  return [...new Set(row.signatures.map((signature) => formatSignature(row.name, signature)))].join(" or ");
}

function wrongCount({ node, row, context }: CallPlace, count: number): TypedNode {
  const results = new Set(row.signatures.map(({ result }) => result));
  const [result] = results;
  const type = results.size === 1 && result ? ({ kind: result } as const) : unknownType;
  const message = `${row.name} takes ${counts(row)}, not ${count}: ${usage(row)}.`;
  return context.unusable("wrong-argument-count", node, { message, type });
}

interface Candidates {
  readonly callable: readonly Signature[];
  readonly list: readonly TypedNode[];
}

function wrongArgument({ node, row, context }: CallPlace, { callable, list }: Candidates): TypedNode {
  const misfits = callable.map((signature) => firstMisfit(signature, list) ?? 0);
  const index = Math.max(...misfits);
  const wanted = callable
    .filter((_, at) => misfits[at] === index)
    .map((signature) => parameterAt(signature, index));
  const argument = list[index];
  const results = new Set(callable.map(({ result }) => result));
  const type = results.size === 1 && callable[0] ? { kind: callable[0].result } : unknownType;
  if (!argument) return { kind: "unusable", type, range: node };
  if (argument.type.kind === "empty") {
    const message = `${row.name} needs a value for '${wanted[0]?.name}': empty is none.`;
    return context.unusable("empty-operand", argument.range, { message, type });
  }
  const kinds = [...new Set(wanted.map(({ kind }) => kind))].map(describeKind).join(" or ");
  const message = `'${wanted[0]?.name}' of ${row.name} is ${kinds}, and this is ${describeType(argument.type)}.`;
  const fix = argumentFix(argument, wanted);
  return context.unusable("wrong-argument", argument.range, { message, fix, type });
}

function describeKind(kind: Parameter["kind"]): string {
  if (kind === "enumeration") return "an enumeration value";
  if (kind === "object") return "an object";
  return kind === "list" ? "a list" : describeType({ kind });
}

function argumentFix({ type, range }: TypedNode, wanted: readonly Parameter[]) {
  const wants = (kind: Parameter["kind"]) => wanted.some((parameter) => parameter.kind === kind);
  if (type.kind === "decimal" && wants("integer")) return wrapFix("round", range);
  const isSimple = ["integer", "decimal", "boolean", "dateTime", "enumeration"].includes(type.kind);
  return isSimple && wants("string") ? wrapFix("toString", range) : undefined;
}

function boundCall(
  signature: Signature,
  list: readonly TypedNode[],
  { node, row, context }: CallPlace,
): TypedNode {
  const converted = list.map((argument, index) => {
    return parameterAt(signature, index).kind === "decimal" ? toDecimal(argument) : argument;
  });
  const type = { kind: signature.result };
  const fault = writtenFault(signature, converted);
  if (fault) {
    const argument = list[fault.index] ?? { range: node };
    return context.unusable(fault.code, argument.range, { message: fault.message, type });
  }
  const evaluate =
    signature.bind?.(
      list.map((argument) => argument.type),
      context.scope.model,
    ) ?? signature.evaluate;
  if (signature.needsPatterns) context.needsPatterns = true;
  const bound = { parameters: signature.parameters, evaluate };
  const call: TypedNode = {
    kind: "call",
    type,
    range: node,
    name: row.name,
    signature: bound,
    arguments: converted,
  };
  const [operand] = list;
  if (row.name === "not" && operand) {
    context.setFacts(call, negatedFacts(context.factsOf(operand)));
    if (context.isConstant(operand)) context.markConstant(call);
  }
  return call;
}

function writtenFault(signature: Signature, list: readonly TypedNode[]) {
  const variable = list.findIndex(
    (argument, index) => parameterAt(signature, index).isFixed && argument.kind !== "literal",
  );
  if (variable >= 0) {
    const message = "Only a number that is written down is taken here, no variable and no calculation.";
    return { code: "fixed-value-needed", index: variable, message } as const;
  }
  const values = list.map((argument) => (argument.kind === "literal" ? argument.value : undefined));
  const fault = signature.inspect?.(values);
  return fault && ({ code: "argument-invalid", ...fault } as const);
}
