import type { JsonObject, JsonValue } from "@rivulet/model";
import * as z from "zod/mini";
import type { InputSchema } from "../http/route.ts";
import type { JsonSchema } from "./json-schema.ts";

/** Prints schemas of zod for OpenAPI. What refers to itself (JSON in JSON) becomes a component of its own. */
export class SchemaPrinter {
  readonly components: Record<string, JsonSchema> = {};
  readonly #prefix: string;
  #count = 0;

  /** @param prefix begins the names of the components */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  print(schema: InputSchema): JsonSchema {
    const printed = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as unknown as JsonObject;
    const { $schema: _, $defs = {}, ...rest } = printed;
    const prefix = `${this.#prefix}${(this.#count += 1)}`;
    const moved = (value: JsonValue) =>
      JSON.parse(
        JSON.stringify(value).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}`),
      ) as JsonSchema;
    for (const [name, definition] of Object.entries($defs as JsonObject)) {
      this.components[prefix + name] = moved(definition);
    }
    return moved(rest);
  }
}
