import * as z from "zod/mini";

/** `Module.Name`. */
export const qualifiedName = z.string().check(z.regex(/^[A-Za-z_]\w{0,199}\.[A-Za-z_]\w{0,199}$/));

/** A whole number in a query. */
export function wholeNumber(minimum: number, maximum: number) {
  return z.coerce.number<string>().check(z.int(), z.gte(minimum), z.lte(maximum));
}
