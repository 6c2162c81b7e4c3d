import type { JsonValue, ProjectIndex } from "@rivulet/model";
import { type DataType, type ObjectIds, ObjectList, type Value, valueToJson } from "@rivulet/values";
import type { SecretMask } from "../run/secret-mask.ts";
import { cutMark } from "../wire/run-trace.ts";

const mostItems = 20;
const mostCharacters = 500;

function cutJson(value: JsonValue): JsonValue {
  if (typeof value === "string") {
    if (value.length <= mostCharacters) return value;
    return `${value.slice(0, mostCharacters)} … (${value.length - mostCharacters} more characters)`;
  }
  if (Array.isArray(value)) {
    const items = value.slice(0, mostItems).map(cutJson);
    return value.length > mostItems ? [...items, { [cutMark]: value.length - mostItems }] : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cutJson(member)]));
}

/** Writes values of a run as JSON of bounded size; an object has the same id wherever it is seen. */
export class ValueCutter {
  readonly #ids: ObjectIds;
  readonly #index: ProjectIndex;
  readonly #mask: SecretMask;

  constructor(ids: ObjectIds, index: ProjectIndex, mask: SecretMask) {
    this.#ids = ids;
    this.#index = index;
    this.#mask = mask;
  }

  write(value: Value, type: DataType): JsonValue {
    if (!(value instanceof ObjectList) || type.kind !== "list")
      return cutJson(this.#mask.json(this.#json(value, type)));
    const { items } = value;
    const shown = items.slice(0, mostItems).map((item) => this.write(item, { ...type, kind: "object" }));
    return items.length > mostItems ? [...shown, { [cutMark]: items.length - mostItems }] : shown;
  }

  #json(value: Value, type: DataType): JsonValue {
    return valueToJson(value, type, {
      ids: this.#ids,
      hidesSecrets: true,
      associationsOf: (entity) => this.#index.associationsOf(entity),
    });
  }
}
