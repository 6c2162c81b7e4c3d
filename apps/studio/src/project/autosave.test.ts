import { DocumentStore } from "@rivulet/document";
import { type Diff, emptyDiff, type ProjectRecord } from "@rivulet/model";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Autosave } from "./autosave.ts";
import { type SaveResult, ServerRefused, ServerUnreachable } from "./project-api.ts";

const constant = (id: string, name = id): ProjectRecord => ({
  id,
  type: "constant",
  parent: "module",
  name,
  dataType: { kind: "string" },
});

interface Save {
  readonly diff: Diff;
  readonly expected: Readonly<Record<string, string | null>>;
  readonly end: (result: SaveResult) => void;
  readonly fail: (error: Error) => void;
}

/** An autosave whose server answers when the test says so. */
function setUp(parts: Partial<ConstructorParameters<typeof Autosave>[0]> = {}) {
  const store = new DocumentStore(new Map([["a", constant("a")]]));
  const saves: Save[] = [];
  const journal: (Diff | "clear")[] = [];
  const autosave = new Autosave({
    store,
    api: {
      save: (diff, expected) =>
        new Promise((end, fail) => {
          saves.push({ diff, expected, end, fail });
        }),
    },
    journal: { write: (diff) => journal.push(diff), clear: () => journal.push("clear") },
    hashes: { a: "a1" },
    ...parts,
  });
  const rename = (name: string) =>
    store.transact("Rename", (transaction) => transaction.update("constant", "a", { name }));
  const nameIn = (diff: Diff | "clear" | undefined) => (diff === "clear" ? diff : diff?.updated["a"]?.[1]);
  return { store, saves, journal, autosave, rename, nameIn };
}
const settle = () => vi.advanceTimersByTimeAsync(500);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving", () => {
  test("waits for a moment of rest and sends edits together, with the hashes they started from", async () => {
    const { saves, rename, autosave } = setUp();
    rename("b");
    rename("c");
    expect([saves.length, autosave.state.kind]).toEqual([0, "unsaved"]);
    await settle();
    expect(saves).toHaveLength(1);
    expect(saves[0]).toMatchObject({ expected: { a: "a1" } });
    expect(saves[0]?.diff.updated["a"]?.map((record) => "name" in record && record.name)).toEqual(["a", "c"]);
    saves[0]?.end({ kind: "saved", hashes: { a: "a2" } });
    await settle();
    expect([autosave.state.kind, autosave.hashes]).toEqual(["saved", { a: "a2" }]);
  });

  test("of a new document expects that there is none, and of one that is gone forgets the hash", async () => {
    const { saves, store, autosave } = setUp();
    store.transact("Exchange", (transaction) => {
      transaction.add(constant("n"));
      transaction.remove("a");
    });
    await settle();
    expect(saves[0]?.expected).toEqual({ n: null, a: "a1" });
    saves[0]?.end({ kind: "saved", hashes: { n: "n1", a: null } });
    await settle();
    expect(autosave.hashes).toEqual({ n: "n1" });
  });

  test("sends what is edited meanwhile afterwards, one save at a time", async () => {
    const { saves, rename } = setUp();
    rename("b");
    await settle();
    rename("c");
    await settle();
    expect(saves).toHaveLength(1);
    saves[0]?.end({ kind: "saved", hashes: { a: "a2" } });
    await settle();
    expect(saves[1]).toMatchObject({ expected: { a: "a2" } });
  });

  test("does not send what was taken back", async () => {
    const { saves, rename, store, autosave } = setUp();
    rename("b");
    store.undo();
    await settle();
    for (const { diff } of saves) expect(diff).toEqual(emptyDiff);
    expect(autosave.state.kind).not.toBe("refused");
  });
});

describe("what the server has not acknowledged", () => {
  test("is in the journal, also while it is on its way", async () => {
    const { saves, rename, journal, nameIn } = setUp();
    rename("b");
    expect(nameIn(journal.at(-1))).toMatchObject({ name: "b" });
    await settle();
    rename("c");
    expect(journal.at(-1)).toMatchObject({ updated: { a: [{ name: "a" }, { name: "c" }] } });
    saves[0]?.end({ kind: "saved", hashes: { a: "a2" } });
    await vi.advanceTimersByTimeAsync(0);
    expect(journal.at(-1)).toMatchObject({ updated: { a: [{ name: "b" }, { name: "c" }] } });
    await settle();
    saves[1]?.end({ kind: "saved", hashes: { a: "a3" } });
    await settle();
    expect(journal.at(-1)).toBe("clear");
  });

  test("is sent again when the server is back", async () => {
    const { saves, rename, autosave } = setUp();
    rename("b");
    await settle();
    saves[0]?.fail(new ServerUnreachable("away"));
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.state.kind).toBe("offline");
    await vi.advanceTimersByTimeAsync(2_500);
    expect(saves[1]?.diff).toEqual(saves[0]?.diff);
  });

  test("stays here when the server refuses it, and the sentence is shown", async () => {
    const { saves, rename, autosave } = setUp();
    rename("b");
    await settle();
    saves[0]?.fail(new ServerRefused("The disk is full."));
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.state).toEqual({ kind: "refused", message: "The disk is full." });
    expect(autosave.pending).toEqual(saves[0]?.diff);
    void autosave.flush();
    expect(saves).toHaveLength(2);
  });

  test("waits for a decision when somebody else changed the same document", async () => {
    const { saves, rename, autosave } = setUp();
    rename("b");
    await settle();
    const present = { hashes: { a: "a9" }, records: [constant("a", "theirs")] };
    saves[0]?.end({ kind: "stale", present });
    await settle();
    rename("c");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saves).toHaveLength(1);
    expect(autosave.state).toEqual({ kind: "stale", present });
    autosave.resolveStale(present.hashes, {
      ...emptyDiff,
      updated: { a: [constant("a", "theirs"), constant("a", "c")] },
    });
    await settle();
    expect(saves[1]).toMatchObject({ expected: { a: "a9" } });
  });
});

test("edits that were restored are saved at once", async () => {
  const pending: Diff = { ...emptyDiff, updated: { a: [constant("a"), constant("a", "b")] } };
  const { saves } = setUp({ pending });
  await vi.advanceTimersByTimeAsync(0);
  expect(saves[0]).toMatchObject({ diff: pending, expected: { a: "a1" } });
});

test("changes of others are not sent back", async () => {
  const { saves, store } = setUp();
  store.applyRemote({ ...emptyDiff, updated: { a: [constant("a"), constant("a", "theirs")] } });
  await settle();
  expect(saves).toHaveLength(0);
});
