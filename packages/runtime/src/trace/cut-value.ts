import type { JsonValue, ProjectIndex } from "@rivulet/model";
import { type DataType, type ObjectIds, ObjectList, type Value, valueToJson } from "@rivulet/values";
import type { SecretMask } from "../run/secret-mask.ts";
import { cutMark } from "../wire/run-trace.ts";
import { cutJson } from "./cut-json.ts";

const extent = { items: 20, characters: 500 };

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
      return cutJson(this.#mask.json(this.#json(value, type)), extent);
    const { items } = value;
    const shown = items.slice(0, extent.items).map((item) => this.write(item, { ...type, kind: "object" }));
    return items.length > extent.items ? [...shown, { [cutMark]: items.length - extent.items }] : shown;
  }

  #json(value: Value, type: DataType): JsonValue {
    return valueToJson(value, type, {
      ids: this.#ids,
      hidesSecrets: true,
      associationsOf: (entity) => this.#index.associationsOf(entity),
    });
  }
}
