import type { Decimal } from "./decimal.ts";
import type { EntityObject } from "./entity-object.ts";
import type { ObjectList } from "./object-list.ts";

/**
 * A value at run time. Its static type is known where it is used (see data-type.ts), so values carry no tag:
 *
 * | type          | representation                                                              |
 * | ------------- | --------------------------------------------------------------------------- |
 * | string        | JS string                                                                   |
 * | integer       | JS number while it is a safe integer, else bigint; always within 64 bits     |
 * | decimal       | {@link Decimal}, exact                                                       |
 * | boolean       | JS boolean                                                                  |
 * | dateTime      | JS number, epoch milliseconds                                               |
 * | enumeration   | JS string, the key                                                          |
 * | binary        | Uint8Array                                                                  |
 * | object, list  | {@link EntityObject}, {@link ObjectList}                                     |
 * | any of them   | `null` is `empty`                                                           |
 */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | Decimal
  | Uint8Array
  | EntityObject
  | ObjectList
  | null;

/** An Integer or Long: a number while it is safe, else a bigint. Never a number outside the safe range. */
export type Integer = number | bigint;
