import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject, JsonValue } from "@rivulet/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

type Snapshot = { records: { id: string; type: string }[]; hashes: Record<string, string>; revision: number };
const snapshot = async () => (await server.get("/api/v1/project/records")).body as unknown as Snapshot;
const fileOf = (name: string) => join(server.folder, "modules/Sales/microflows", `${name}.json`);

/** A diff that changes some members of a record, as it is now. */
async function changeOf(id: string, members: JsonObject): Promise<JsonObject> {
  const { records } = await snapshot();
  const before = records.find((record) => record.id === id) as unknown as JsonObject;
  return { added: {}, removed: {}, updated: { [id]: [before, { ...before, ...members }] } };
}

const save = (diff: JsonValue, expectedHashes: JsonObject) =>
  server.send("PATCH", "/api/v1/project", { diff, expectedHashes });
const greetEnd = "Sales.Greet.end";
const answering = (text: string): JsonObject => ({ fields: { returnValue: `'${text}'` } });
const greet = async () => (await server.run("Greet", { parameters: { Name: "Ann" } })).body["result"];

describe("the project", () => {
  test("is answered with its documents, each with its path and hash", async () => {
    const { body } = await server.get("/api/v1/project");
    expect(body).toMatchObject({ name: "Sample", settings: { type: "project" }, problems: { warnings: 0 } });
    expect(body["documents"]).toContainEqual({
      id: "Sales.Greet",
      kind: "microflow",
      path: "modules/Sales/microflows/Greet.json",
      hash: (await snapshot()).hashes["Sales.Greet"],
    });
  });

  test("is answered by document, as content and as records", async () => {
    const { body } = await server.get("/api/v1/project/documents/Sales.Greet");
    expect(body).toMatchObject({
      kind: "microflow",
      content: { format: "rivulet/microflow", name: "Greet" },
    });
    expect(body["records"]).toContainEqual(expect.objectContaining({ id: greetEnd, type: "element" }));
    expect((await server.get("/api/v1/project/documents/Sales:domainModel")).status).toBe(200);
    expect((await server.get("/api/v1/project/documents/Gone")).body["code"]).toBe("unknown-document");
  });

  test("exports a microflow with what it uses, as one file", async () => {
    const { status, headers, body } = await server.get("/api/v1/project/microflows/Sales.MakeLine/export");
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toBe('attachment; filename="Sales.MakeLine.json"');
    expect(body).toMatchObject({ format: "rivulet/flow", microflow: "Sales.MakeLine" });
    expect((await server.get("/api/v1/project/microflows/Sales.Gone/export")).status).toBe(404);
  });

  test("tells its problems", async () => {
    const { body } = await server.get("/api/v1/project/problems");
    expect(body["problems"]).toContainEqual(
      expect.objectContaining({
        severity: "error",
        place: expect.objectContaining({ document: "Sales.Broken" }),
      }),
    );
  });
});

describe("a save", () => {
  test("changes the file, its hash and what runs", async () => {
    const before = await snapshot();
    const hash = before.hashes["Sales.Greet"] ?? "";
    const { status, body } = await save(await changeOf(greetEnd, answering("saved")), {
      "Sales.Greet": hash,
    });
    expect(status).toBe(200);
    expect(body["revision"]).toBe(before.revision + 1);
    expect((body["hashes"] as JsonObject)["Sales.Greet"]).not.toBe(hash);
    expect(await readFile(fileOf("Greet"), "utf8")).toContain("'saved'");
    expect(await greet()).toBe("saved");
  });

  test("that started from an older hash is refused with the present document, and nothing is saved", async () => {
    const diff = await changeOf(greetEnd, answering("stale"));
    const { status, body } = await save(diff, { "Sales.Greet": "0".repeat(64) });
    expect([status, body["code"]]).toEqual([409, "stale-documents"]);
    const hash = (await snapshot()).hashes["Sales.Greet"];
    expect(body["documents"]).toMatchObject([
      { id: "Sales.Greet", hash, path: "modules/Sales/microflows/Greet.json" },
    ]);
    expect(JSON.stringify(body["documents"])).toContain("'saved'");
    expect(await greet()).toBe("saved");
  });

  test("of ten at the same time, from the same hash, is taken once", async () => {
    const hash = (await snapshot()).hashes["Sales.Greet"] ?? "";
    const texts = Array.from({ length: 10 }, (_, number) => `save ${number}`);
    const diffs = await Promise.all(texts.map((text) => changeOf(greetEnd, answering(text))));
    const answers = await Promise.all(diffs.map((diff) => save(diff, { "Sales.Greet": hash })));
    expect(answers.map(({ status }) => status).sort((left, right) => left - right)).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    expect(texts[answers.findIndex(({ status }) => status === 200)]).toBe(await greet());
  });

  test("of many documents is all or nothing", async () => {
    const { hashes } = await snapshot();
    const one = await changeOf(greetEnd, answering("half"));
    const other = await changeOf("Sales.Nothing", { documentation: "half" });
    const diff = {
      ...one,
      updated: { ...(one["updated"] as JsonObject), ...(other["updated"] as JsonObject) },
    };
    const { status } = await save(diff, {
      "Sales.Greet": hashes["Sales.Greet"] ?? "",
      "Sales.Nothing": "f".repeat(64),
    });
    expect(status).toBe(409);
    expect(await readFile(fileOf("Greet"), "utf8")).not.toContain("half");
    expect((await snapshot()).hashes).toEqual(hashes);
  });

  test("adds, renames and removes documents", async () => {
    const microflow = {
      id: "new1",
      type: "microflow",
      parent: "Sales",
      name: "Fresh",
      returnType: { kind: "nothing" },
      allowedRoles: [],
    };
    const added = await save({ added: { new1: microflow }, updated: {}, removed: {} }, { new1: null });
    expect(added.status).toBe(200);
    expect(existsSync(fileOf("Fresh"))).toBe(true);
    const hash = (added.body["hashes"] as JsonObject)["new1"] ?? "";
    const renamed = await save(await changeOf("new1", { name: "Older" }), { new1: hash });
    expect([existsSync(fileOf("Fresh")), existsSync(fileOf("Older"))]).toEqual([false, true]);
    const present = (renamed.body["hashes"] as JsonObject)["new1"] ?? "";
    const removed = await save(
      { added: {}, updated: {}, removed: { new1: { ...microflow, name: "Older" } } },
      { new1: present },
    );
    expect([removed.status, existsSync(fileOf("Older"))]).toEqual([200, false]);
  });

  const microflowNamed = (name: string, parent = "Sales") => ({
    id: "evil",
    type: "microflow",
    parent,
    name,
    returnType: { kind: "nothing" },
    allowedRoles: [],
  });
  const adding = (record: JsonObject, key = "evil") => ({
    added: { [key]: record },
    updated: {},
    removed: {},
  });
  const moduleNamed = (name: string) => ({
    id: "evil",
    type: "module",
    parent: "project",
    name,
    roles: [],
    folders: [],
  });

  test.each<[string, JsonValue, number]>([
    ["a name that leads out", adding(microflowNamed("../../../evil")), 422],
    ["a name with a slash", adding(microflowNamed("a/b")), 422],
    ["a name with a backslash", adding(microflowNamed("..\\evil")), 422],
    ["a name with a zero byte", adding(microflowNamed("evil\0")), 422],
    ["a module that leads out", adding(moduleNamed("../evil")), 422],
    ["a module called ..", adding(moduleNamed("..")), 422],
    ["a parent that is not there", adding(microflowNamed("Evil", "Gone")), 422],
    ["a parent that is a path", adding(microflowNamed("Evil", "../../tmp")), 400],
    ["an id that is a path", adding({ ...microflowNamed("Evil"), id: "../evil" }, "../evil"), 400],
    ["another id than it is named by", adding(microflowNamed("Evil"), "other"), 422],
    ["a record of no kind", adding({ id: "evil", type: "script", code: "1" }), 400],
    ["a member that is not known", adding({ ...microflowNamed("Evil"), path: "/etc/passwd" }), 400],
    ["no diff", {}, 400],
    ["a diff that is a list", [], 400],
    [
      "a record that is not there",
      { added: {}, updated: {}, removed: { gone: microflowNamed("Gone") } },
      422,
    ],
  ])("with %s is refused and writes nothing", async (_, diff, expected) => {
    const before = await snapshot();
    const { status, body } = await save(diff, {});
    expect(status).toBe(expected);
    expect(["invalid-change", "wrong-request"]).toContain(body["code"]);
    expect(await snapshot()).toEqual(before);
  });

  test("without the hash that it started from is refused", async () => {
    const { status, body } = await save(await changeOf(greetEnd, answering("blind")), {});
    expect([status, body["code"]]).toEqual([422, "invalid-change"]);
  });
});

describe("a change that another program makes in the folder", () => {
  test("counts for the very next request", async () => {
    for (const text of ["one", "two", "three"]) {
      const content = await readFile(fileOf("Greet"), "utf8");
      await writeFile(
        fileOf("Greet"),
        content.replace(/"returnValue": "'[^']*'"/, `"returnValue": "'${text}'"`),
      );
      expect(await greet()).toBe(text);
    }
  });

  test("is told to whoever follows the project", async () => {
    const stop = new AbortController();
    const response = await fetch(`${server.address}/api/v1/project/events`, { signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(": connected\n\n");
    const content = await readFile(fileOf("Nothing"), "utf8");
    await writeFile(fileOf("Nothing"), content.replace('"Nothing"', '"Nothing", "documentation": "New"'));
    expect((await reader?.read())?.value).toMatch(/^event: changed\ndata: .*"documents":\["Sales.Nothing"\]/);
    stop.abort();
  });

  test("and cannot be read is a problem, until it is mended; everything else goes on", async () => {
    const content = await readFile(fileOf("Greet"), "utf8");
    await writeFile(fileOf("Greet"), content.slice(0, 50));
    const { body } = await server.get("/api/v1/project/problems");
    expect(body["problems"]).toContainEqual(
      expect.objectContaining({
        code: "not-json",
        place: expect.objectContaining({ file: "modules/Sales/microflows/Greet.json" }),
      }),
    );
    expect((await server.run("Greet", { parameters: { Name: "Ann" } })).status).toBe(422);
    expect((await server.run("Nothing")).status).toBe(200);
    await writeFile(fileOf("Greet"), content);
    expect(await greet()).toBe("three");
  });

  test("may take a document away", async () => {
    await rm(fileOf("Divide"));
    expect((await server.run("Divide", { parameters: { By: 1 } })).status).toBe(404);
  });

  test("makes a save from before it stale", async () => {
    const { hashes } = await snapshot();
    const diff = await changeOf(greetEnd, answering("mine"));
    const content = await readFile(fileOf("Greet"), "utf8");
    await writeFile(fileOf("Greet"), content.replace("three", "theirs"));
    expect((await save(diff, { "Sales.Greet": hashes["Sales.Greet"] ?? "" })).status).toBe(409);
    expect(await greet()).toBe("theirs");
  });
});
