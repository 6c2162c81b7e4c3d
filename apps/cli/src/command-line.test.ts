import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  change,
  listTables,
  parent,
  rivulet,
  rivuletProcess,
  template,
  tutorial,
  tutorialAt,
  useFolder,
} from "./command-line.test-support.ts";

useFolder();

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
    ["an unknown action", ["secrets", "steal", "."]],
    ["a value of another type", ["eval", "1", "--var", "x:Integer=1.5"]],
  ])("ends with 2 for %s", async (_what, words) => {
    const { code, output, errors } = await rivulet(...words);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).not.toBe("");
  });
});

describe("what cannot be read", () => {
  it.each([
    ["start", ["start", "nowhere"]],
    ["run", ["run", "nowhere"]],
    ["check", ["check", "nowhere"]],
    ["export", ["export", "nowhere", "A.B"]],
    ["import", ["import", "nowhere.json", "--into", "."]],
    ["fmt", ["fmt", "nowhere"]],
    ["backup", ["backup", "nowhere", "-o", "shop.backup"]],
    ["restore", ["restore", "nowhere.backup", "--into", "back"]],
    ["secrets", ["secrets", "list", "nowhere"]],
    ["people", ["people", "link", "nowhere"]],
    ["eval --project", ["eval", "1", "--project", "nowhere"]],
    ["eval --context", ["eval", "1", "--context", "nowhere.json"]],
    ["eval --cases", ["eval", "--cases", "nowhere.json"]],
    ["run --params", ["run", template, "MyFirstModule.DS_ListTables", "--params", "nowhere.json"]],
  ])("ends with 3 and is named: %s", async (_what, words) => {
    const { code, output, errors } = await rivulet(...words);
    expect({ code, output }).toEqual({ code: 3, output: "" });
    expect(errors).toContain("nowhere");
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

describe("rivulet export and import", () => {
  it("says plainly that a microflow is not there", async () => {
    const { code, errors } = await rivulet("export", template, "MyFirstModule.Gone");
    expect(code).toBe(3);
    expect(errors).toContain("The project has no microflow MyFirstModule.Gone.");
  });

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
