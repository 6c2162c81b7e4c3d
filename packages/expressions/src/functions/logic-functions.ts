import type { FunctionRow } from "./function-row.ts";
import { emptyable, parameter, signature } from "./signature.ts";

/** Functions of truth values, lists and objects. */
export const logicFunctions: readonly FunctionRow[] = [
  {
    name: "not",
    family: "logic",
    summary: "True when the condition is false, and false when it is true.",
    signatures: [signature([parameter("boolean", "condition")], "boolean", (_, condition) => !condition)],
    examples: [{ expression: "not('hello' = 'hallo')", result: "true" }],
  },
  {
    name: "length",
    family: "list",
    summary: "How many characters a text has, or how many objects a list; 0 for empty.",
    signatures: [
      signature([parameter("string", "text")], "integer", (_, text) => text.length),
      signature([emptyable("list", "list")], "integer", (_, list) => list?.items.length ?? 0),
    ],
    examples: [{ expression: "length('microflow')", result: "9" }],
  },
  {
    name: "isNew",
    family: "object",
    summary: "Whether the object was created and has never been committed.",
    signatures: [
      signature([parameter("object", "object")], "boolean", (environment, object) =>
        environment.isNew(object),
      ),
    ],
    examples: [{ expression: "isNew($NewOrder)", result: "true" }],
  },
];
