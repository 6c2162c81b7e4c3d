import { DocumentStore } from "@rivulet/document";
import type { ProjectRecord } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import { Autosave } from "./autosave.ts";
import type { LoadedDocument } from "./project-api.ts";
import { RemoteChanges } from "./remote-changes.ts";

const constant = (id: string, name = id): ProjectRecord => ({
  id,
  type: "constant",
  parent: "module",
  name,
  dataType: { kind: "string" },
});

/** A window with two documents, and a server whose documents the test sets. */
function setUp() {
  const server: Record<string, LoadedDocument> = {
    a: { hash: "a1", records: [constant("a")] },
    b: { hash: "b1", records: [constant("b")] },
  };
  const store = new DocumentStore(
    new Map([constant("a"), constant("b")].map((record) => [record.id, record])),
  );
  const autosave = new Autosave({
    store,
    api: { save: () => new Promise(() => {}) },
    journal: { write: () => {}, clear: () => {} },
    hashes: { a: "a1", b: "b1" },
  });
  const taken: (readonly string[])[] = [];
  const asked: string[] = [];
  let isAway = false;
  const api = {
    loadDocument: async (id: string) => {
      asked.push(id);
      if (isAway) throw new Error("away");
      return server[id];
    },
    follow: () => () => {},
  };
  const changes = new RemoteChanges({ store, autosave, api, onTaken: (ids) => taken.push(ids) });
  const hashes = () => Object.fromEntries(Object.entries(server).map(([id, { hash }]) => [id, hash]));
  const loseServer = () => {
    isAway = true;
  };
  return { server, store, autosave, taken, asked, loseServer, take: () => changes.take(hashes()) };
}

describe("what others change", () => {
  test("is taken over, document by document, and cannot be undone here", async () => {
    const { server, store, autosave, taken, asked, take } = setUp();
    server["a"] = { hash: "a2", records: [constant("a", "theirs")] };
    server["c"] = { hash: "c1", records: [constant("c")] };
    delete server["b"];
    await take();
    expect([...store.records.values()]).toEqual([constant("a", "theirs"), constant("c")]);
    expect(autosave.hashes).toEqual({ a: "a2", c: "c1" });
    expect(taken).toEqual([["a", "b", "c"]]);
    expect(asked).toEqual(["a", "b", "c"]);
    expect(store.undoLabel).toBeUndefined();
    expect(autosave.state.kind).toBe("saved");
  });

  test("is left alone where it is being edited here: saving will find out", async () => {
    const { server, store, autosave, taken, take } = setUp();
    store.transact("Rename", (transaction) => transaction.update("constant", "a", { name: "mine" }));
    server["a"] = { hash: "a2", records: [constant("a", "theirs")] };
    await take();
    expect(store.get("a")).toEqual(constant("a", "mine"));
    expect(autosave.hashes).toEqual({ a: "a1", b: "b1" });
    expect(taken).toEqual([]);
  });

  test("is not asked for again when it is what we have", async () => {
    const { asked, take } = setUp();
    await take();
    expect(asked).toEqual([]);
  });

  test("waits when the server goes away in between", async () => {
    const { server, store, autosave, take, loseServer } = setUp();
    server["a"] = { hash: "a2", records: [constant("a", "theirs")] };
    loseServer();
    await take();
    expect(store.get("a")).toEqual(constant("a"));
    expect(autosave.hashes["a"]).toBe("a1");
  });
});
