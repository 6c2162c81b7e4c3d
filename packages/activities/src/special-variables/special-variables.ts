import type { DataType } from "@rivulet/values";

/** A variable whose name the language gives a meaning. Nobody declares it: it is there, or it is not. */
export interface SpecialVariableRow {
  /** Without the `$`. */
  readonly name: string;
  /** What it is and where it exists, as the end of a sentence that begins with its name. */
  readonly meaning: string;
  /** Its type; `undefined` where it depends on the place. */
  readonly type?: DataType;
  /** Whether it is there in every microflow: the run brings it. The others are made by what they belong to. */
  readonly isOfTheRun?: boolean;
}

const object = (entity: string): DataType => ({ kind: "object", entity });

/** All special variables (reference logic.md 1.4 and 3.1). Their entities are those of the module System. */
export const specialVariables: readonly SpecialVariableRow[] = [
  {
    name: "currentUser",
    meaning: "is the user for whom the microflow runs; empty where nobody signed in",
    type: object("System.User"),
    isOfTheRun: true,
  },
  {
    name: "currentSession",
    meaning: "is the session of that user; empty where nobody signed in",
    type: object("System.Session"),
    isOfTheRun: true,
  },
  {
    name: "currentIndex",
    meaning: "is the position of the present object, from 0, and exists only inside a loop over a list",
    type: { kind: "integer" },
  },
  { name: "currentObject", meaning: "exists only in expressions about the members of a list or an entity" },
  { name: "currentResult", meaning: "exists only in an aggregation that computes its result step by step" },
  {
    name: "latestError",
    meaning: "exists only behind the error handler of an activity",
    type: object("System.Error"),
  },
  {
    name: "latestHttpResponse",
    meaning: "exists only behind an activity that calls an address",
    type: object("System.HttpResponse"),
  },
  { name: "latestSoapFault", meaning: "is reserved; Rivulet calls no SOAP services" },
  { name: "currentDeviceType", meaning: "is reserved" },
];

const rowsByName = new Map(specialVariables.map((row) => [row.name, row]));

/** The row of a special variable by its name without `$`. */
export function specialVariable(name: string): SpecialVariableRow | undefined {
  return rowsByName.get(name);
}
