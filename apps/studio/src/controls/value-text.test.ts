import { describe, expect, test } from "vitest";
import { readValueText, showValueText, type WritableType } from "./value-text.ts";

describe("a value that is written", () => {
  test.each<[string, WritableType["kind"], unknown]>([
    ["", "string", { json: undefined }],
    [" a ", "string", { json: " a " }],
    ["25", "integer", { json: 25 }],
    [" -7 ", "integer", { json: -7 }],
    ["9223372036854775807", "integer", { json: "9223372036854775807" }],
    ["9223372036854775808", "integer", { fault: expect.stringContaining("whole number") }],
    ["1.5", "integer", { fault: expect.any(String) }],
    ["12.50", "decimal", { json: "12.50" }],
    ["1e5x", "decimal", { fault: expect.any(String) }],
    ["true", "boolean", { json: true }],
    ["false", "boolean", { json: false }],
    ["2026-11-22T09:30:00Z", "dateTime", { json: "2026-11-22T09:30:00Z" }],
    ["2026-02-30T09:30:00Z", "dateTime", { fault: expect.any(String) }],
    ["yesterday", "dateTime", { fault: expect.any(String) }],
    ["AQI=", "binary", { json: "AQI=" }],
    ["A", "binary", { fault: expect.any(String) }],
  ])("%j as %s is %j", (text, kind, expected) => {
    expect(readValueText(text, { kind } as WritableType)).toEqual(expected);
  });

  test.each([
    ["25", "integer"],
    ["9223372036854775807", "integer"],
    ["12.50", "decimal"],
    ["true", "boolean"],
    ["2026-11-22T09:30:00Z", "dateTime"],
    ["", "string"],
  ] as const)("%j as %s comes back as it was written", (text, kind) => {
    const reading = readValueText(text, { kind });
    expect("json" in reading && showValueText(reading.json)).toBe(text);
  });
});
