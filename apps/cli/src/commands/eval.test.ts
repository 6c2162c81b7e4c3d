import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parent, rivulet, template, useFolder } from "../command-line.test-support.ts";

useFolder();

describe("rivulet eval", () => {
  it.each([
    [["1 + 2 * 3"], { type: "Integer", value: 7 }],
    [["-$x", "--var", "x:Integer=-7"], { type: "Integer", value: 7 }],
    [
      ["$d * 2", "--var", "d:Decimal=0.1234567890123456789"],
      { type: "Decimal", value: "0.2469135780246913578" },
    ],
    [["$text + '!'", "--var", "text:String=well done"], { type: "String", value: "well done!" }],
    [
      ["$order/Number", "--var", 'order:Object(Sales.Order)={"$entity":"Sales.Order","Number":7}'],
      { type: "Integer", value: 7 },
    ],
    [["isMatch('ab', 'a.')"], { type: "Boolean", value: true }],
  ])("evaluates %j", async (words, expected) => {
    const { code, output } = await rivulet("eval", ...words);
    expect({ code, result: JSON.parse(output) as unknown }).toEqual({ code: 0, result: expected });
  });

  it.each([
    ["1 +", "parse"],
    ["1 + true", "check"],
    ["9223372036854775807 + 1", "evaluate"],
  ])("says where and why '%s' has no value", async (expression, phase) => {
    const { code, output } = await rivulet("eval", expression);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ phase, code: expect.any(String), from: expect.any(Number) });
  });

  it("takes names from a project", async () => {
    const { output } = await rivulet(
      "eval",
      "getCaption(AWSAuthentication.ENUM_Region.us_east_1)",
      "--project",
      template,
    );
    expect(JSON.parse(output)).toEqual({ type: "String", value: "us-east-1 (N. Virginia)" });
  });

  it("judges files of cases, a line each and the count last", async () => {
    const file = join(parent, "cases.json");
    const cases = [
      { id: "right", expression: "1 + 1", type: "Integer", expected: 2 },
      { id: "wrong", expression: "1 + 1", type: "Integer", expected: 3 },
    ];
    writeFileSync(file, JSON.stringify(cases));
    const { code, output } = await rivulet("eval", "--cases", file);
    const lines = output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { id: "right", passed: true },
      { id: "wrong", passed: false },
      { total: 2, passed: 1, failed: 1 },
    ]);
  });
});
