import * as z from "zod/mini";

/** `Module.Name`. */
export const qualifiedName = z.string().check(z.regex(/^[A-Za-z_]\w{0,199}\.[A-Za-z_]\w{0,199}$/));

/**
 * A text of one line, as names and filters are: no control characters. PostgreSQL has no character 0, and nobody shall be able
 * to ask it for one.
 */
// oxlint-disable-next-line no-control-regex -- that there are none is the rule
export const oneLine = z.regex(/^[^\u0000-\u001f\u007f]*$/);

/** A whole number in a query. */
export function wholeNumber(minimum: number, maximum: number) {
  return z.coerce.number<string>().check(z.int(), z.gte(minimum), z.lte(maximum));
}
