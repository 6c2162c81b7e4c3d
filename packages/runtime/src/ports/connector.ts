import type { ActivityDefinition, FieldKind, FieldValues } from "@rivulet/activities";
import type { ConnectorModule, ElementRecord, ProjectIndex } from "@rivulet/model";
import type { AssociationEnd, EntityObject, ObjectList, QualifiedName, Value } from "@rivulet/values";
import type { EffectHandler, EffectPort, RunLog, SecretVault } from "./effect-port.ts";
import type { RunSettings } from "./run-settings.ts";

/** What an activity may use while it is executed. */
export interface ExecutionContext {
  readonly index: ProjectIndex;
  readonly settings: RunSettings;
  readonly secrets: SecretVault;
  readonly signal: AbortSignal;
  readonly log: RunLog;
  readonly element: ElementRecord;
  /** The named outcomes of the activity for which a sequence flow is drawn. */
  readonly drawnOutcomes: ReadonlySet<string>;
  /** Does an effect; its key is made from the element and the number of the call. */
  effect: (kind: string, request: Parameters<EffectPort["call"]>[1]) => ReturnType<EffectPort["call"]>;
  /** A new object with the initial values of its entity. */
  create: (entity: QualifiedName) => EntityObject;
  /** Counts an object that was made without {@link ExecutionContext.create} against the limit of the run. */
  countObject: () => void;
  /** Links two objects of this run; `owner` holds the reference. */
  link: (association: QualifiedName, owner: EntityObject, target: EntityObject) => void;
  /**
   * The objects linked to `object`, in the order in which they were linked. Where `object` could stand at either end,
   * it stands at the owner's when nothing else is said.
   */
  linked: (association: QualifiedName, object: EntityObject, end?: AssociationEnd) => readonly EntityObject[];
}

/** What an expression or variable field gives the implementation, by the kind of its expected type. */
type ScalarOf = {
  string: string | null;
  enumeration: string | null;
  boolean: boolean | null;
  integer: number | bigint | null;
  dateTime: number | null;
  object: EntityObject | null;
  list: ObjectList | null;
};

type FixedKind<Item> = Item extends {
  readonly expected: readonly [{ readonly from: "fixed"; readonly type: infer Type }];
}
  ? Type extends { readonly kind: infer Kind }
    ? Kind
    : never
  : never;

/** The value that a field has when its activity is executed. */
export type FieldInput<Item> = Item extends { readonly kind: "expression" }
  ? [FixedKind<Item>] extends [never]
    ? Value
    : FixedKind<Item> extends keyof ScalarOf
      ? ScalarOf[FixedKind<Item>]
      : Value
  : Item extends { readonly kind: "variable" }
    ? Value
    : Item extends { readonly kind: infer Kind extends FieldKind }
      ? FieldValues[Kind]
      : never;

/** The evaluated fields of an activity by name, typed from its definition; fields that make a variable are left out. */
export type ActivityInputs<Definition extends { readonly fields: readonly unknown[] }> = {
  readonly [Item in Exclude<Definition["fields"][number], { readonly kind: "newVariable" }> as Item extends {
    readonly name: infer Name extends string;
  }
    ? Name
    : never]: FieldInput<Item>;
};

/**
 * How a connector's activity is executed: from evaluated fields to the value of the variable that it makes. A
 * promise is awaited, anything else goes on at once.
 */
export interface ActivityExecutor {
  readonly kind: string;
  readonly execute: (
    inputs: Readonly<Record<string, unknown>>,
    context: ExecutionContext,
  ) => Value | Promise<Value>;
}

/**
 * Joins a definition and its implementation; the inputs are typed from the definition's fields.
 *
 * @example export const executeListTables = implement(listTables, async ({ Region }, context) => ...)
 */
export function implement<
  const Definition extends { readonly kind: string; readonly fields: readonly unknown[] },
>(
  definition: Definition,
  execute: (inputs: ActivityInputs<Definition>, context: ExecutionContext) => Value | Promise<Value>,
): ActivityExecutor {
  return { kind: definition.kind, execute: execute as ActivityExecutor["execute"] };
}

/** Everything about a connector: its module as data, its activities, and how they and their effects are done. */
export interface Connector {
  readonly module: ConnectorModule;
  readonly activities: readonly ActivityDefinition[];
  readonly executors: readonly ActivityExecutor[];
  readonly effects: Readonly<Record<string, EffectHandler>>;
}
