import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunTrace } from "@rivulet/runtime";
import { describe, expect, it } from "vitest";
import { change, listTables, rivulet, tutorial, useFolder } from "../command-line.test-support.ts";

useFolder();

describe("rivulet run", () => {
  it("prints only the result, and names the configuration on the error stream", async () => {
    const { code, output, errors } = await rivulet("run", tutorial(), "MyFirstModule.CountTables");
    expect({ code, output }).toEqual({ code: 0, output: "3\n" });
    expect(errors).toContain("configuration Embedded");
    expect(errors).toContain("Found 3 tables.");
  });

  it("ends with 1 and the error as JSON when the flow fails", async () => {
    const { code, output, errors } = await rivulet(
      "run",
      tutorial(),
      "MyFirstModule.DS_ListTables",
      "--endpoint",
      "http://127.0.0.1:9",
      "--constant",
      "AWSAuthentication.AccessKey=a",
      "--constant",
      "AWSAuthentication.SecretAccessKey=b",
    );
    expect({ code, output }).toEqual({ code: 1, output: "" });
    const error = JSON.parse(errors.trim().split("\n").at(-1) ?? "") as Record<string, unknown>;
    expect(error).toMatchObject({
      microflow: "MyFirstModule.DS_ListTables",
      activity: "ds-list-tables.list-tables",
    });
    expect(error).toHaveProperty("code");
    expect(error).toHaveProperty("cause");
  });

  it("says when --region was given and no activity used it, since each names its own", async () => {
    const words = ["run", tutorial(), "MyFirstModule.DS_ListTables"];
    const { code, errors } = await rivulet(...words, "--region", "eu-west-1");
    expect(code).toBe(0);
    expect(errors).toContain("--region eu-west-1 was not used");
    expect((await rivulet(...words)).errors).not.toContain("not used");
  });

  it("uses --region where an activity leaves its own empty, and does not complain", async () => {
    const folder = tutorial();
    change(folder, listTables, (text) =>
      text.replace('"AWSAuthentication.ENUM_Region.us_east_1"', '"empty"'),
    );
    const tables = "MyFirstModule.DS_ListTables";
    const { code, errors } = await rivulet("run", folder, tables, "--region", "eu-west-1");
    expect({ code, errors }).toEqual({ code: 0, errors: expect.not.stringContaining("not used") });
  });

  it("writes the way that a run took to the file of --trace", async () => {
    const folder = tutorial();
    const file = join(folder, "trace.json");
    const words = ["run", folder, "MyFirstModule.DS_ListTables", "--trace", file];
    expect((await rivulet(...words)).code).toBe(0);
    const { status, trace } = JSON.parse(readFileSync(file, "utf8")) as {
      status: string;
      trace: RunTrace;
    };
    expect(status).toBe("completed");
    expect(trace.elements).toMatchObject({
      "ds-list-tables.list-tables": { microflow: "MyFirstModule.DS_ListTables", count: 1, status: "done" },
    });
    expect(Object.values(trace.flows)).toContain(3);
    expect(trace.steps[0]).toMatchObject({ number: 1, round: 1, depth: 1, status: "done" });
  });

  it("names the constants that are empty when there are no credentials", async () => {
    const words = ["run", tutorial(), "MyFirstModule.DS_ListTables", "--configuration", "AWS"];
    const { code, errors } = await rivulet(...words);
    expect(code).toBe(1);
    expect(errors).toContain("AWSAuthentication.AccessKey");
    expect(errors).toContain("missing-credentials");
  });

  it("ends with 3 for a project with an error in the flow, and runs nothing", async () => {
    const folder = tutorial();
    change(folder, listTables, (text) => text.replace("$DBTableList", "$Nobody"));
    const { code, output, errors } = await rivulet("run", folder, "MyFirstModule.DS_ListTables");
    expect({ code, output }).toEqual({ code: 3, output: "" });
    expect(errors).toContain("Nobody");
  });

  it("runs nothing while two entities of the flow differ in case only", async () => {
    const folder = tutorial();
    change(folder, "modules/MyFirstModule/domain-model.json", (text) => {
      const model = JSON.parse(text) as { entities: { id: string; name: string; attributes: object[] }[] };
      const twin = { ...model.entities[0], id: "twin", name: "dbtable", attributes: [] };
      return JSON.stringify({ ...model, entities: [...model.entities, twin] });
    });
    expect(await rivulet("run", folder, "MyFirstModule.DS_ListTables")).toMatchObject({
      code: 3,
      output: "",
    });
  });

  it("runs a flow although another one has an error", async () => {
    const folder = tutorial();
    change(folder, "modules/MyFirstModule/microflows/CountTables.json", (text) =>
      text.replace("contains(", "contians("),
    );
    expect((await rivulet("run", folder, "MyFirstModule.DS_ListTables")).code).toBe(0);
  });

  it.each([
    ["not JSON", () => '{"format": ', "not-json"],
    [
      "a version of the future",
      (flow: string) => flow.replace('"version": 2', '"version": 99'),
      "unknown-version",
    ],
    ["a forbidden key", (flow: string) => flow.replace('"format"', '"__proto__"'), "json-forbidden-key"],
    ["two elements of one id", (flow: string) => flow.replace('.list-tables"', '.retrieve"'), "duplicate-id"],
    [
      "names that differ in case only",
      (flow: string) =>
        flow.replace(
          '"entities": [',
          '"entities": [{"id": "b", "name": "dbtable", "isPersistable": false, "attributes": []},',
        ),
      "names-differ-in-case",
    ],
  ])("says what is wrong with an exported flow and runs nothing: %s", async (_what, damage, expected) => {
    const folder = tutorial();
    await rivulet("export", folder, "MyFirstModule.DS_ListTables", "-o", join(folder, "flow.json"));
    change(folder, "flow.json", damage);
    const { code, output, errors } = await rivulet("run", join(folder, "flow.json"));
    expect({ code, output }).toEqual({ code: 3, output: "" });
    expect(errors).toContain(expected);
  });

  it("names the file that could not be read when a flow needs what is in it", async () => {
    const folder = tutorial();
    change(folder, "modules/MyFirstModule/domain-model.json", (text) =>
      text.replace('"version": 1', '"version": 99'),
    );
    const { code, output, errors } = await rivulet("run", folder, "MyFirstModule.DS_ListTables");
    expect({ code, output }).toEqual({ code: 3, output: "" });
    expect(errors).toContain("unknown-version");
  });

  it.each([
    ["no project", "nowhere", []],
    ["no such microflow", undefined, ["MyFirstModule.Nothing"]],
  ])("ends with 3 for %s", async (_what, where, words) => {
    expect(await rivulet("run", where ?? tutorial(), ...words)).toMatchObject({ code: 3, output: "" });
  });

  it.each([
    ["an unknown configuration", ["--configuration", "Moon"]],
    ["an unknown parameter", ["--param", "Nothing=1"]],
    ["an unknown constant", ["--constant", "No.Where=1"]],
  ])("ends with 2 for %s", async (_what, words) => {
    const result = await rivulet("run", tutorial(), "MyFirstModule.DS_ListTables", ...words);
    expect({ code: result.code, output: result.output }).toEqual({ code: 2, output: "" });
  });
});
