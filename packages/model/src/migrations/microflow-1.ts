import * as z from "zod/mini";
import { isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import type { Migration } from "./format-history.ts";

/** Whatever is wrong with the rest is told by the newest schema, all of it at once. */
const anyObject = z.looseObject({});

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The members of a list, each changed where it is an object. */
function changed(
  list: JsonValue | undefined,
  change: (member: JsonObject) => JsonObject,
): JsonObject[string] {
  if (!Array.isArray(list)) return list ?? null;
  return list.map((member: JsonValue) => (isJsonObject(member) ? change(member) : member));
}

function handled(microflow: JsonObject): JsonObject {
  const handlers = objectsIn(microflow["sequenceFlows"]).filter((flow) => flow["isErrorHandler"] === true);
  const origins = new Set(handlers.map((flow) => flow["from"]));
  if (origins.size === 0) return microflow;
  const elements = changed(microflow["elements"], (element) =>
    origins.has(element["id"]) ? { ...element, errorHandling: "customWithRollback" } : element,
  );
  return { ...microflow, elements };
}

/**
 * Microflow, 1 to 2: an element says itself how its errors are handled. Where an error handler was drawn, it is custom
 * with rollback, which is what drawing one gives.
 */
export const handleErrorsByElement: Migration = { from: 1, schema: anyObject, migrate: handled };

/** The same step for a flow file, which holds microflows of several modules. */
export const handleErrorsInFlowFile: Migration = {
  from: 1,
  schema: anyObject,
  migrate: ({ modules, ...rest }) => ({
    ...rest,
    ...(modules === undefined ? {} : { modules: changed(modules, inModule) }),
  }),
};

function inModule(module: JsonObject): JsonObject {
  if (module["microflows"] === undefined) return module;
  return { ...module, microflows: changed(module["microflows"], handled) };
}
