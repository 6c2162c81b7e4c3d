import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Problem } from "@rivulet/model";
import type { RunTrace } from "@rivulet/runtime";
import { afterAll, describe, expect, it } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { commandLine } from "./command-process.test-support.ts";
import { commands } from "./commands.ts";

const template = join(import.meta.dirname, "../templates/tutorial");
const parent = mkdtempSync(join(tmpdir(), "rivulet-cli-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

let folders = 0;
/** A copy of the tutorial, to be spoilt. */
function tutorial(): string {
  const folder = join(parent, `tutorial-${(folders += 1)}`);
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** A copy under a name of its own. */
function tutorialAt(name: string): void {
  cpSync(template, join(parent, name), { recursive: true });
}

/** Runs a command in this process, as main.ts does. */
async function rivulet(...words: string[]) {
  const written = { out: "", error: "" };
  const code = await runCommandLine(commands, words, {
    out: (text) => void (written.out += `${text}\n`),
    error: (text) => void (written.error += `${text}\n`),
    input: () => "",
    environment: {},
    signal: new AbortController().signal,
    path: (path) => resolve(parent, path),
  });
  return { code, output: written.out, errors: written.error };
}

/** Runs a command in a process of its own. */
function rivuletProcess(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandLine, ...words], {
    cwd: tmpdir(),
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: parent },
  });
  return { code: status, output: stdout, errors: stderr };
}

function change(folder: string, path: string, edit: (text: string) => string): void {
  const file = join(folder, path);
  writeFileSync(file, edit(readFileSync(file, "utf8")));
}

const listTables = "modules/MyFirstModule/microflows/DS_ListTables.json";

describe("rivulet", () => {
  it("explains itself without a command, and says that this was wrong", async () => {
    expect(await rivulet()).toMatchObject({ code: 2, output: "" });
    expect(await rivulet("--help")).toMatchObject({
      code: 0,
      output: expect.stringContaining("rivulet <command>"),
    });
    expect((await rivulet("run", "--help")).output).toContain("--endpoint <url>");
  });

  it("prints the version of its package", async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
    expect(await rivulet("--version")).toEqual({ code: 0, output: `${version}\n`, errors: "" });
  });

  it.each([
    ["an unknown command", ["fly"]],
    ["an unknown option", ["check", ".", "--fast"]],
    ["too few words", ["export", "."]],
    ["an unknown template", ["new", "x", "--template", "shop"]],
    ["an unknown kind of file", ["schema", "poem"]],
    ["a variable without a type", ["eval", "1", "--var", "x=1"]],
    ["a value of another type", ["eval", "1", "--var", "x:Integer=1.5"]],
  ])("ends with 2 for %s", async (_what, words) => {
    const { code, output, errors } = await rivulet(...words);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).not.toBe("");
  });
});

describe("a process of its own", () => {
  it("has the result alone on its output, counts paths from INIT_CWD and passes the exit code on", () => {
    tutorialAt("spawned");
    const { code, output, errors } = rivuletProcess("run", "spawned", "MyFirstModule.CountTables");
    expect({ code, output }).toEqual({ code: 0, output: "3\n" });
    expect(errors).toContain("Found 3 tables.");
    expect(rivuletProcess("check", "nowhere").code).toBe(3);
  }, 120_000);
});

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

describe("rivulet check", () => {
  it("finds nothing in the tutorial", async () => {
    expect(await rivulet("check", template)).toMatchObject({ code: 0, output: "" });
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

describe("rivulet export and import", () => {
  it("give the same bytes after a round through a blank project", async () => {
    const blank = join(parent, "blank");
    const first = join(parent, "first.json");
    const second = join(parent, "second.json");
    expect((await rivulet("new", blank)).code).toBe(0);
    expect((await rivulet("export", template, "MyFirstModule.CountTables", "-o", first)).code).toBe(0);
    expect(await rivulet("import", first, "--into", blank)).toMatchObject({
      code: 0,
      output: "MyFirstModule.CountTables\n",
    });
    expect((await rivulet("export", blank, "MyFirstModule.CountTables", "-o", second)).code).toBe(0);
    expect(readFileSync(second, "utf8")).toBe(readFileSync(first, "utf8"));
    expect((await rivulet("check", blank)).code).toBe(0);
  });

  it("run the exported file by itself", async () => {
    const file = join(parent, "alone.json");
    await rivulet("export", template, "MyFirstModule.CountTables", "-o", file);
    expect(await rivulet("run", file)).toMatchObject({ code: 0, output: "3\n" });
  });

  it("refuse what the project has in another form, unless it may be renamed", async () => {
    const folder = tutorial();
    const file = join(parent, "changed.json");
    await rivulet("export", template, "MyFirstModule.DS_ListTables", "-o", file);
    change(folder, listTables, (text) => text.replace("at most 100", "at most a hundred"));
    const refused = await rivulet("import", file, "--into", folder);
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain("MyFirstModule.DS_ListTables");
    expect(await rivulet("import", file, "--into", folder, "--rename")).toMatchObject({
      code: 0,
      output: "MyFirstModule.DS_ListTables_2\n",
    });
    expect((await rivulet("check", folder)).code).toBe(0);
  });
});

describe("rivulet new, fmt and schema", () => {
  it("make a blank project without problems, and never write into a folder with something in it", async () => {
    const folder = join(parent, "fresh");
    expect((await rivulet("new", folder, "--template", "blank")).code).toBe(0);
    expect((await rivulet("check", folder)).code).toBe(0);
    expect((await rivulet("new", folder)).code).toBe(2);
    expect(readdirSync(folder)).toContain("rivulet.json");
  });

  it("make the finished tutorial, ready to run", async () => {
    const folder = join(parent, "tutorial-of-mine");
    expect((await rivulet("new", folder, "--template", "tutorial")).code).toBe(0);
    expect(await rivulet("check", folder)).toMatchObject({ code: 0, output: "" });
    expect(await rivulet("fmt", folder, "--check")).toMatchObject({ code: 0, output: "" });
  });

  it("write a file back into its canonical form", async () => {
    const folder = tutorial();
    const before = readFileSync(join(folder, listTables), "utf8");
    change(folder, listTables, (text) => JSON.stringify(JSON.parse(text)));
    expect(await rivulet("fmt", folder, "--check")).toMatchObject({ code: 1, output: `${listTables}\n` });
    expect((await rivulet("fmt", folder)).code).toBe(0);
    expect(readFileSync(join(folder, listTables), "utf8")).toBe(before);
    expect(await rivulet("fmt", folder, "--check")).toMatchObject({ code: 0, output: "" });
  });

  it("print a JSON Schema for each kind of file", async () => {
    const kinds = (await rivulet("schema")).output.trim().split("\n");
    expect(kinds).toContain("microflow");
    const schema = JSON.parse((await rivulet("schema", "microflow")).output) as Record<string, unknown>;
    expect(schema["$schema"]).toContain("2020-12");
  });
});

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
