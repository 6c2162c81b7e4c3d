import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { emptyDiff } from "@rivulet/model";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HttpProjectApi } from "./http-project-api.ts";
import { ServerRefused, ServerUnreachable } from "./project-api.ts";

interface Seen {
  method: string | undefined;
  url: string | undefined;
  type: string | undefined;
  body: unknown;
}
let answer: { status: number; body: unknown };
let seen: Seen;
let api: HttpProjectApi;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const text = Buffer.concat(chunks).toString();
    seen = {
      method: request.method,
      url: request.url,
      type: request.headers["content-type"],
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
    };
    response.writeHead(answer.status, { "content-type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(answer.body));
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  api = new HttpProjectApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = { status: 200, body: {} };
});

describe("a save", () => {
  const save = () => api.save(emptyDiff, { a: "a1", b: null });

  test("sends the diff with the hashes it started from", async () => {
    answer = { status: 200, body: { revision: 2, hashes: { a: "a2", b: "b1", other: "o7" } } };
    await save();
    expect(seen).toEqual({
      method: "PATCH",
      url: "/api/v1/project",
      type: "application/json",
      body: { diff: emptyDiff, expectedHashes: { a: "a1", b: null } },
    });
  });

  test("takes over the hashes of its own documents only", async () => {
    answer = { status: 200, body: { revision: 2, hashes: { a: "a2", other: "o7" } } };
    expect(await save()).toEqual({ kind: "saved", hashes: { a: "a2", b: null } });
  });

  test("that is late brings what is there now", async () => {
    const record = { id: "a" };
    const documents = [
      { id: "a", path: "x", hash: "a9", records: [record] },
      { id: "b", path: "y", hash: null, records: null },
    ];
    answer = { status: 409, body: { code: "stale-documents", detail: "…", documents } };
    expect(await save()).toEqual({
      kind: "stale",
      present: { hashes: { a: "a9", b: null }, records: [record] },
    });
  });

  test("that is refused says why", async () => {
    answer = {
      status: 400,
      body: { code: "invalid-change", detail: "No.", problems: [{ message: "Because." }] },
    };
    expect(await save()).toEqual({ kind: "refused", message: "No. Because." });
  });

  test.each([
    [409, "project-locked"],
    [503, "shutting-down"],
    [502, undefined],
  ])("that meets status %i is repeated later", async (status, code) => {
    answer = { status, body: { code, detail: "Later." } };
    await expect(save()).rejects.toThrow(ServerUnreachable);
  });
});

test("a project that cannot be read is refused with the server's sentence", async () => {
  answer = { status: 500, body: { code: "internal-error", detail: "It broke." } };
  await expect(api.loadProject()).rejects.toThrow(new ServerRefused("It broke.", "internal-error"));
});

test("the active configuration is read and chosen", async () => {
  answer = { status: 200, body: { active: null, activeId: null, configurations: [] } };
  expect(await api.loadActiveConfiguration()).toBeUndefined();
  answer = { status: 200, body: { active: "AWS", activeId: "Test", configurations: [] } };
  expect(await api.chooseConfiguration("AWS")).toBe("Test");
  expect(seen).toMatchObject({ method: "PUT", url: "/api/v1/configuration", body: { name: "AWS" } });
});

test("a server that is not there is unreachable", async () => {
  const away = new HttpProjectApi("http://127.0.0.1:1");
  await expect(away.loadProject()).rejects.toThrow(ServerUnreachable);
});
