import type { Decimal, Integer } from "@rivulet/values";

/**
 * A value as DynamoDB writes it: its type and, for B and BS as base64, its content. Exactly the JSON on the wire, so
 * requests and answers are JSON all the way from an activity to the network.
 */
export type AttributeJson =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeJson[] }
  | { readonly M: ItemJson }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] };

/** An item, a key or a map as DynamoDB writes it. */
export type ItemJson = { readonly [name: string]: AttributeJson };

/** The types of sets with what their members are. */
export interface SetMembers {
  readonly SS: string;
  readonly NS: Integer | Decimal;
  readonly BS: Uint8Array;
}

/** A set: its type is kept beside its members, so that an empty one still has a type, and a list never becomes one. */
export type AttributeSet = {
  readonly [Type in keyof SetMembers]: {
    readonly type: Type;
    readonly members: readonly SetMembers[Type][];
  };
}[keyof SetMembers];

/**
 * A value of an item in memory. No two of DynamoDB's ten types share a form:
 *
 * | type       | form                                                                         |
 * | ---------- | ---------------------------------------------------------------------------- |
 * | S          | string                                                                       |
 * | N          | {@link Integer} when whole and within 64 bits, else {@link Decimal}; exact    |
 * | B          | Uint8Array                                                                   |
 * | BOOL       | boolean                                                                      |
 * | NULL       | `null`; an attribute that is missing has no entry in its map                 |
 * | L          | array                                                                        |
 * | M          | Map, so that any name is only a name                                         |
 * | SS, NS, BS | {@link AttributeSet}                                                         |
 */
export type AttributeValue =
  | string
  | Integer
  | Decimal
  | Uint8Array
  | boolean
  | null
  | readonly AttributeValue[]
  | AttributeMap
  | AttributeSet;

/** An item or a map in memory, in the order of its attributes. */
export type AttributeMap = ReadonlyMap<string, AttributeValue>;

/** A value that DynamoDB does not take, or that it cannot have sent. The message goes on behind the value's name. */
export class AttributeValueError extends Error {
  override readonly name = "AttributeValueError";
}
