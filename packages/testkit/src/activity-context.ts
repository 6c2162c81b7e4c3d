import { type ConnectorModule, type JsonValue, ProjectIndex } from "@rivulet/model";
import type { Connector, ExecutionContext, LogEntry, RunSettings, SecretVault } from "@rivulet/runtime";
import {
  type AssociationEnd,
  createObject,
  type EntityObject,
  link,
  linkedObjects,
  type Value,
} from "@rivulet/values";

/** An effect that an activity did. */
export interface DoneEffect {
  readonly kind: string;
  readonly request: JsonValue;
}

/** A context in which the activities of connectors can be executed alone, with their real effects. */
export interface ActivityContext extends ExecutionContext {
  readonly effects: readonly DoneEffect[];
  readonly logged: readonly LogEntry[];
  /** Executes an activity by its kind. */
  readonly execute: (kind: string, inputs?: Readonly<Record<string, Value>>) => Promise<Value>;
}

/** What the context is made of. */
export interface ActivityContextOptions {
  readonly connectors: readonly Connector[];
  readonly settings?: Partial<Omit<RunSettings, "constant">>;
  readonly constants?: Readonly<Record<string, Value>>;
  readonly signal?: AbortSignal;
  readonly drawnOutcomes?: readonly string[];
}

function vault(): SecretVault {
  const secrets: Readonly<Record<string, string>>[] = [];
  return {
    keep: (secret) => {
      const text = JSON.stringify(secret);
      const known = secrets.findIndex((kept) => JSON.stringify(kept) === text);
      return `secret:${known < 0 ? secrets.push(secret) - 1 : known}`;
    },
    open: (handle) => {
      const secret = secrets[Number(handle.slice("secret:".length))];
      if (!secret) throw new Error(`${handle} is not of this run.`);
      return secret;
    },
  };
}

function indexOf(modules: readonly ConnectorModule[]): ProjectIndex {
  const records = modules.flatMap((module) => module.records);
  return new ProjectIndex(new Map(records.map((record) => [record.id, record])));
}

function associationsOf(index: ProjectIndex) {
  const view = (name: string, object: EntityObject, end?: AssociationEnd) => {
    const association = index.association(name);
    if (!association) throw new Error(`There is no association ${name}.`);
    const stands = end ?? (index.isKindOf(object.shape.name, association.owner) ? "owner" : "target");
    return { object, association, end: stands };
  };
  return {
    link: (name: string, owner: EntityObject, target: EntityObject) =>
      link(view(name, owner, "owner"), target),
    linked: (name: string, object: EntityObject, end?: AssociationEnd) =>
      linkedObjects(view(name, object, end)),
  };
}

/**
 * A context for tests of single activities: objects, links, secrets and effects are real, only the microflow around
 * them is missing.
 *
 * @example
 * const context = activityContext({ connectors: [awsAuthentication], constants: { "AWSAuthentication.AccessKey": "AKIA" } });
 * await context.execute("AWSAuthentication.GetStaticCredentials");
 */
export function activityContext(options: ActivityContextOptions): ActivityContext {
  const { connectors, constants = {}, signal = new AbortController().signal } = options;
  const index = indexOf(connectors.map(({ module }) => module));
  const secrets = vault();
  const effects: DoneEffect[] = [];
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry) => void logged.push(entry);
  const context: ExecutionContext = {
    index,
    secrets,
    signal,
    log,
    settings: {
      configuration: "Test",
      endpoint: { kind: "aws" },
      region: undefined,
      awsEnvironment: {},
      ...options.settings,
      constant: (name) => constants[name] ?? null,
    },
    drawnOutcomes: new Set(options.drawnOutcomes),
    element: { id: "activity", type: "element", parent: "microflow", kind: "", fields: {} },
    effect: async (kind, request) => {
      effects.push({ kind, request });
      const handler = connectors.map((each) => each.effects[kind]).find((each) => each !== undefined);
      if (!handler) throw new Error(`Nothing does ${kind}.`);
      return handler(request, { signal, secrets, log });
    },
    countObject: () => undefined,
    create: (name) => {
      const shape = index.shape(name);
      if (!shape) throw new Error(`There is no entity ${name}.`);
      return createObject(shape);
    },
    ...associationsOf(index),
  };
  return {
    ...context,
    effects,
    logged,
    execute: async (kind, inputs = {}) => {
      const executor = connectors.flatMap(({ executors }) => executors).find((each) => each.kind === kind);
      if (!executor) throw new Error(`Nothing executes ${kind}.`);
      return executor.execute(inputs, context);
    },
  };
}
