import { FlowError, type JsonObject } from "@rivulet/runtime";
import { type EntityObject, readAttribute } from "@rivulet/values";
import type { ItemJson } from "../codec/attribute-value.ts";
import { type ReadingPlace, readItem } from "../items/read-item.ts";
import { missingAttribute } from "../items/refusals.ts";
import { inModule } from "../module-name.ts";

const standInPattern = /[#:][A-Za-z0-9_]+/g;

function wrongStandIn(message: string, activity: string): FlowError {
  return new FlowError({
    code: "wrong-stand-in",
    message: `${message} (${activity})`,
    details: { activity },
  });
}

/** The stand-ins that occur in expressions. */
export function standInsIn(expressions: readonly string[]): ReadonlySet<string> {
  return new Set(expressions.flatMap((expression) => expression.match(standInPattern) ?? []));
}

function namesOf(holder: EntityObject, { activity, context }: ReadingPlace): Map<string, string> {
  const names = new Map<string, string>();
  const association = `ExpressionAttributeName_${holder.shape.name.split(".")[1]}`;
  for (const object of context.linked(inModule(association), holder)) {
    const [placeholder, key] = ["Placeholder", "Key"].map((attribute) => {
      const value = readAttribute(object, attribute);
      if (typeof value !== "string" || value === "") throw missingAttribute(object, attribute, activity);
      return value;
    }) as [string, string];
    if (!placeholder.startsWith("#")) {
      throw wrongStandIn(`Placeholder ${JSON.stringify(placeholder)} does not begin with #.`, activity);
    }
    if (names.has(placeholder) && names.get(placeholder) !== key) {
      throw wrongStandIn(`Placeholder ${placeholder} stands for two names.`, activity);
    }
    names.set(placeholder, key);
  }
  return names;
}

function valuesOf(request: EntityObject, place: ReadingPlace): ItemJson {
  const association = inModule(`ExpressionAttributeValues_${request.shape.name.split(".")[1]}`);
  if (!place.context.index.association(association)) return {};
  const [values] = place.context.linked(association, request);
  if (!values) return {};
  const json = readItem(values, place);
  for (const name of Object.keys(json)) {
    if (name.startsWith(":")) continue;
    const message = `The value ${JSON.stringify(name)} of ExpressionAttributeValues does not begin with a colon.`;
    throw wrongStandIn(message, place.activity);
  }
  return json;
}

const onlyUsed = <Value>(entries: Iterable<[string, Value]>, used: ReadonlySet<string>) =>
  Object.fromEntries([...entries].filter(([standIn]) => used.has(standIn)));

function present(name: string, entries: JsonObject): JsonObject {
  return Object.keys(entries).length === 0 ? {} : { [name]: entries };
}

/**
 * The stand-ins that belong to the expressions in an input. Those that no expression uses are left out: AWS would
 * refuse the request for them (seed catalog, `ExpressionAttributeName`).
 *
 * @throws {FlowError} `missing-attribute`, `wrong-stand-in`
 */
export function standIns(holder: EntityObject, input: JsonObject, place: ReadingPlace): JsonObject {
  const expressions = Object.entries(input).flatMap(([name, value]) =>
    name.endsWith("Expression") && typeof value === "string" ? [value] : [],
  );
  const used = standInsIn(expressions);
  return {
    ...present("ExpressionAttributeNames", onlyUsed(namesOf(holder, place), used)),
    ...present("ExpressionAttributeValues", onlyUsed(Object.entries(valuesOf(holder, place)), used)),
  };
}
