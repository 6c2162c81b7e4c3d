import * as z from "zod/mini";
import { isJsonValue, type JsonValue } from "../json/json-value.ts";
import { recordIdPattern } from "./record-id.ts";

/*
 * The parts that the schemas of all records are made of, with their caps on size.
 */

/** Ids of all records but placements. */
export const recordIdSchema = z.string().check(z.regex(recordIdPattern));
/** A name without its module; what a name may be made of, the checks say. */
export const name = z.string().check(z.maxLength(200));
/** `Module.Name`. */
export const qualifiedName = z.string().check(z.maxLength(401));
/** What a person wrote about a thing, in plain text. */
export const documentation = z.optional(z.string().check(z.maxLength(100_000)));
/** Any JSON. Not z.json(): trying its union on every value costs ten times as much, and what we read is JSON already. */
export const json: z.ZodMiniType<JsonValue> = z.custom<JsonValue>((value) => isJsonValue(value));
