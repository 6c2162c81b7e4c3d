import type { JsonValue } from "./json-value.ts";

/** The type itself where all in it is JSON; `never` at what JSON does not have: a date, a map, a function, a big integer. */
type OnlyJson<Type> = Type extends JsonValue | undefined
  ? Type
  : Type extends bigint | symbol | Date | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
    ? never
    : Type extends (...given: never[]) => unknown
      ? never
      : Type extends object
        ? { readonly [Key in keyof Type]: OnlyJson<Type[Key]> }
        : never;

/**
 * A value as JSON whose type is JSON through and through, but is an interface, which TypeScript takes for open: it is not
 * assignable to {@link JsonValue}. What is not JSON is refused by the compiler; members that are `undefined` are left out
 * where it is written.
 *
 * @example ok(asJson(page))
 */
export function asJson<const Type extends object | null>(value: Type & OnlyJson<Type>): JsonValue {
  return value as unknown as JsonValue;
}
