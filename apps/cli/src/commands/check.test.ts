import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@rivulet/model";
import { describe, expect, it } from "vitest";
import { change, listTables, rivulet, template, tutorial, useFolder } from "../command-line.test-support.ts";

useFolder();

describe("rivulet check of a flow file", () => {
  it("names a clash once, with the file that it is in and the document", async () => {
    const folder = tutorial();
    const file = join(folder, "flow.json");
    await rivulet("export", folder, "MyFirstModule.DS_ListTables", "-o", file);
    const twin = '{"id": "b", "name": "dbtable", "isPersistable": false, "attributes": []},';
    change(folder, "flow.json", (text) => text.replace('"entities": [', `"entities": [${twin}`));
    const { code, output } = await rivulet("check", file, "--json");
    expect(code).toBe(1);
    const problems = JSON.parse(output) as Problem[];
    expect(problems.map((problem) => [problem.code, problem.place.file])).toEqual([
      ["names-differ-in-case", "flow.json"],
    ]);
  });
});

describe("rivulet check", () => {
  it("finds nothing in the tutorial", async () => {
    expect(await rivulet("check", template)).toMatchObject({ code: 0, output: "" });
  });

  it("says of a broken rivulet.json what is wrong with it, once, and not what follows from it", async () => {
    const folder = tutorial();
    change(folder, "rivulet.json", () => '{ "name": ');
    const { code, errors } = await rivulet("check", folder);
    expect(code).toBe(1);
    expect(errors).toBe(
      "error: rivulet.json: This is not JSON: the text ends at line 1, column 11. [not-json]\n1 error, 0 warnings.\n",
    );
  });

  it("prints problems with code, place, message and severity as JSON", async () => {
    const folder = tutorial();
    change(folder, listTables, (text) => text.replaceAll("MyFirstModule.DBTable", "MyFirstModule.Gone"));
    const { code, output } = await rivulet("check", folder, "--json");
    expect(code).toBe(1);
    const problems = JSON.parse(output) as {
      severity: string;
      code: string;
      place: object;
      message: string;
    }[];
    expect(problems.some(({ severity, message }) => severity === "error" && message.includes("Gone"))).toBe(
      true,
    );
    for (const problem of problems) {
      expect(Object.keys(problem)).toEqual(expect.arrayContaining(["severity", "code", "place", "message"]));
    }
  });

  it.each([
    ["what is no JSON", "{"],
    ["an unknown version", '{ "format": "rivulet/microflow", "version": 99 }'],
    ["a prototype key", '{ "format": "rivulet/microflow", "version": 1, "__proto__": {} }'],
    ["deep nesting", "[".repeat(50_000_000)],
  ])("names the file with %s and changes nothing", async (_what, text) => {
    const folder = tutorial();
    writeFileSync(join(folder, listTables), text);
    const { code, errors } = await rivulet("check", folder);
    expect(code).toBe(1);
    expect(errors).toContain("DS_ListTables.json");
    expect(readFileSync(join(folder, listTables), "utf8") === text).toBe(true);
  });
});
