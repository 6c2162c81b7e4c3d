import type { ErrorHandling } from "@rivulet/model";
import type { Field } from "./fields/field.ts";
import type { KeyedObjects } from "./keyed-objects.ts";
import type { NamingAttribute } from "./known-tables.ts";

/** How a run goes on after an element. */
export type Outcomes =
  /** One sequence flow leaves it. */
  | { readonly kind: "next" }
  /** Nothing leaves it: the microflow ends. */
  | { readonly kind: "end" }
  /** It is not part of the sequence: parameters, annotations. */
  | { readonly kind: "none" }
  /** One flow for `true` and `false`, or for each key of an enumeration and `(empty)`, by the type of a field. */
  | { readonly kind: "byExpression"; readonly field: string };

/**
 * A foreseen way for an activity to come out otherwise than done. Drawn as a sequence flow of its own it is no error:
 * the run goes on there. Not drawn, it is an error like any other.
 */
export interface NamedOutcome {
  /** As it stands in `outcomes` of the sequence flow: `conditionFailed`. */
  readonly name: string;
  readonly label: string;
  /** One sentence: when it is taken. */
  readonly documentation: string;
  /** Codes of the errors that lead to it. */
  readonly errors: readonly string[];
}

/** Groups of the toolbox, in their order, with their colour role (design look.md, "Colour"). */
export const activityGroups = {
  flow: { label: "Flow", colour: "grey" },
  object: { label: "Object", colour: "blue" },
  list: { label: "List", colour: "violet" },
  variable: { label: "Variable", colour: "amber" },
  call: { label: "Call", colour: "slate" },
  client: { label: "Client", colour: "pink" },
  log: { label: "Logging", colour: "slate" },
  awsAuthentication: { label: "AWS Authentication", colour: "orange" },
  amazonDynamoDB: { label: "Amazon DynamoDB", colour: "orange" },
} as const;

/** The group an activity is in. */
export type ActivityGroup = keyof typeof activityGroups;

/**
 * An activity or another element of a microflow, declared once: toolbox, dialogs, canvas, problems, scope,
 * completion, JSON Schema, runtime and documentation read this and nothing else. Strict JSON, so a server can send it
 * to a studio that was built without it.
 */
export interface ActivityDefinition {
  /** Saved as the element's `kind`. Platform: `createObject`; a module's: `AmazonDynamoDBConnector.ListTables`. */
  readonly kind: string;
  readonly version: number;
  readonly label: string;
  readonly group: ActivityGroup;
  /** Name of an icon of the studio's icon set. */
  readonly icon: string;
  /** One sentence. */
  readonly summary: string;
  /** Markdown: what it does, what it needs, what can go wrong. */
  readonly documentation: string;
  /** Other words by which the toolbox search finds it. */
  readonly synonyms: readonly string[];
  readonly fields: readonly Field[];
  readonly outcomes: Outcomes;
  /** Outcomes that may be drawn as flows of their own; only where one flow leaves it otherwise. */
  readonly namedOutcomes: readonly NamedOutcome[];
  /** Objects among what it takes that have a key; linked to what its fields take, however far away. */
  readonly keyedObjects: readonly KeyedObjects[];
  /** Attributes of what it takes that name tables and what belongs to them. */
  readonly namingAttributes: readonly NamingAttribute[];
  /** How its errors can be handled, beside handing them to the caller. */
  readonly errorHandling: readonly ErrorHandling[];
  /** Second line on the canvas; `{name}` stands for the value of a field. */
  readonly subtitle: string;
  /** Codes of the errors that it can raise at run time. */
  readonly raises: readonly string[];
  /** Whether it may stand at the top of a microflow, in a loop, or both. */
  readonly allowedIn: readonly ("microflow" | "loop")[];
  /** Whether it has a body of its own: elements whose parent it is. */
  readonly hasBody: boolean;
  /** At most one in a microflow. */
  readonly isSingle: boolean;
  /** Offered in the toolbox; the start event is always there already. */
  readonly isInToolbox: boolean;
  /** Folders of the module's tree in the explorer that show it: `["Operations"]`. */
  readonly explorerFolders: readonly string[];
}

const ordinary = {
  version: 1,
  synonyms: [],
  outcomes: { kind: "next" },
  namedOutcomes: [],
  keyedObjects: [],
  namingAttributes: [],
  errorHandling: ["customWithRollback", "customWithoutRollback", "continue"],
  raises: [],
  allowedIn: ["microflow", "loop"],
  hasBody: false,
  isSingle: false,
  isInToolbox: true,
  explorerFolders: [],
} as const;

/**
 * Declares an activity. What is left out is as for most: version 1, one way on, allowed everywhere, in the toolbox.
 *
 * @example export const createList = defineActivity({ kind: "createList", label: "Create list", ... })
 */
export function defineActivity<
  const Definition extends Partial<ActivityDefinition> & Omit<ActivityDefinition, keyof typeof ordinary>,
>(
  definition: Definition,
): typeof ordinary extends infer Defaults ? Omit<Defaults, keyof Definition> & Definition : never {
  return { ...ordinary, ...definition };
}
