import { expect, test } from "vitest";
import { asJson } from "./as-json.ts";
import type { JsonValue } from "./json-value.ts";

interface Row {
  readonly name: string;
  readonly note?: string | undefined;
  readonly below: readonly Row[];
  readonly rest: JsonValue;
}

test("a value of an interface is JSON, as it is", () => {
  const row: Row = { name: "a", below: [{ name: "b", below: [], rest: [1] }], rest: { deep: null } };
  expect(asJson(row)).toBe(row);
});

test("what JSON does not have is refused by the compiler, however deep it stands: it would be sent as something else", () => {
  // @ts-expect-error a map has no members of its own
  const maps = asJson({ rows: [{ byName: new Map([["a", 1]]) }] });
  // @ts-expect-error a date is an object
  const dates = asJson({ rows: [{ at: new Date(0) }] });
  // @ts-expect-error nobody knows what is in it
  const unknowns = asJson({ details: JSON.parse("{}") as unknown });
  expect(JSON.stringify([maps, dates, unknowns])).toBe(
    '[{"rows":[{"byName":{}}]},{"rows":[{"at":"1970-01-01T00:00:00.000Z"}]},{"details":{}}]',
  );
});
