import { DocumentStore } from "@rivulet/document";
import { type Diff, emptyDiff, type ProjectRecord } from "@rivulet/model";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Autosave } from "./autosave.ts";
import { compareStale } from "./merge-stale.ts";
import { type SaveResult, ServerRefused, ServerUnreachable } from "./project-api.ts";
import { allUnsaved, type UnsavedEdits } from "./unsaved-edits.ts";

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
  const journal: (UnsavedEdits | "clear")[] = [];
  const autosave = new Autosave({
    store,
    api: {
      save: (diff, expected) =>
        new Promise((end, fail) => {
          saves.push({ diff, expected, end, fail });
        }),
    },
    journal: { write: (unsaved) => journal.push(unsaved), clear: () => journal.push("clear") },
    hashes: { a: "a1" },
    ...parts,
  });
  const rename = (name: string) =>
    store.transact("Rename", (transaction) => transaction.update("constant", "a", { name }));
  const kept = () => {
    const entry = journal.at(-1);
    return entry === undefined || entry === "clear" ? entry : allUnsaved(entry).updated["a"];
  };
  return { store, saves, journal, autosave, rename, kept };
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
    const { saves, rename, kept } = setUp();
    rename("b");
    expect(kept()).toMatchObject([{ name: "a" }, { name: "b" }]);
    await settle();
    rename("c");
    expect(kept()).toMatchObject([{ name: "a" }, { name: "c" }]);
    saves[0]?.end({ kind: "saved", hashes: { a: "a2" } });
    await vi.advanceTimersByTimeAsync(0);
    expect(kept()).toMatchObject([{ name: "b" }, { name: "c" }]);
    await settle();
    saves[1]?.end({ kind: "saved", hashes: { a: "a3" } });
    await settle();
    expect(kept()).toBe("clear");
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
    expect(allUnsaved(autosave.unsaved)).toEqual(saves[0]?.diff);
    void autosave.flush();
    expect(saves).toHaveLength(2);
  });

  test("waits for a decision when somebody else changed the same document", async () => {
    const { saves, rename, autosave, store } = setUp();
    rename("b");
    await settle();
    const present = { hashes: { a: "a9" }, records: [constant("a", "theirs")] };
    saves[0]?.end({ kind: "stale", present });
    await settle();
    rename("c");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saves).toHaveLength(1);
    expect(autosave.state).toEqual({ kind: "stale", present });
    const comparison = compareStale(store.records, autosave.unsaved, present);
    autosave.resolveStale(present.hashes, comparison, comparison.mine);
    await settle();
    expect(saves[1]).toMatchObject({
      expected: { a: "a9" },
      diff: { updated: { a: [{ name: "theirs" }, { name: "c" }] } },
    });
  });
});

describe("a save whose answer is lost", () => {
  /** What the server answers to one that comes when it has the first already. */
  const arrived: SaveResult = {
    kind: "stale",
    present: { hashes: { a: "a2" }, records: [constant("a", "b")] },
  };

  test("is sent again as it was, and what the server has of it is no one else's change", async () => {
    const { saves, rename, autosave, kept } = setUp();
    rename("b");
    await settle();
    rename("c");
    saves[0]?.fail(new ServerUnreachable("away"));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(saves[1]).toMatchObject({ diff: saves[0]?.diff, expected: { a: "a1" } });
    saves[1]?.end(arrived);
    await vi.advanceTimersByTimeAsync(500);
    expect(saves[2]).toMatchObject({
      expected: { a: "a2" },
      diff: { updated: { a: [{ name: "b" }, { name: "c" }] } },
    });
    saves[2]?.end({ kind: "saved", hashes: { a: "a3" } });
    await settle();
    expect([autosave.state.kind, kept()]).toEqual(["saved", "clear"]);
  });

  test("is saved, when nothing was edited after it", async () => {
    const { saves, rename, autosave, kept } = setUp();
    rename("b");
    await settle();
    saves[0]?.fail(new ServerUnreachable("away"));
    await vi.advanceTimersByTimeAsync(2_500);
    saves[1]?.end(arrived);
    await settle();
    expect([autosave.state.kind, autosave.hashes, saves.length]).toEqual(["saved", { a: "a2" }, 2]);
    expect(kept()).toBe("clear");
  });

  test("and undone is not taken for saved: the undo is saved after it", async () => {
    const { saves, rename, store, autosave, journal } = setUp();
    rename("b");
    await settle();
    store.undo();
    expect([autosave.state.kind, journal.at(-1)]).not.toContain("clear");
    expect(autosave.state.kind).toBe("unsaved");
    saves[0]?.fail(new ServerUnreachable("away"));
    await vi.advanceTimersByTimeAsync(2_500);
    saves[1]?.end(arrived);
    await settle();
    expect(saves[2]).toMatchObject({ diff: { updated: { a: [{ name: "b" }, { name: "a" }] } } });
  });

  test("and that somebody changed further is a question", async () => {
    const { saves, rename, autosave } = setUp();
    rename("b");
    await settle();
    rename("c");
    saves[0]?.fail(new ServerUnreachable("away"));
    await vi.advanceTimersByTimeAsync(2_500);
    const present = { hashes: { a: "a9" }, records: [constant("a", "theirs")] };
    saves[1]?.end({ kind: "stale", present });
    await settle();
    expect(autosave.state).toEqual({ kind: "stale", present });
  });

  test("and of whose document is removed since is sent with the document that it was in", async () => {
    const { saves, store } = setUp();
    store.transact("Add", (transaction) => transaction.add(constant("n")));
    await settle();
    store.transact("Remove", (transaction) => transaction.remove("n"));
    saves[0]?.fail(new ServerUnreachable("away"));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(saves[1]).toMatchObject({ diff: saves[0]?.diff, expected: { n: null } });
    saves[1]?.end({ kind: "saved", hashes: { n: "n1" } });
    await settle();
    expect(saves[2]).toMatchObject({ expected: { n: "n1" }, diff: { removed: { n: { id: "n" } } } });
  });
});

test("edits that were restored are saved at once", async () => {
  const pending: Diff = { ...emptyDiff, updated: { a: [constant("a"), constant("a", "b")] } };
  const { saves } = setUp({ unsaved: { sent: emptyDiff, since: pending } });
  await vi.advanceTimersByTimeAsync(0);
  expect(saves[0]).toMatchObject({ diff: pending, expected: { a: "a1" } });
});

test("changes of others are not sent back", async () => {
  const { saves, store } = setUp();
  store.applyRemote({ ...emptyDiff, updated: { a: [constant("a"), constant("a", "theirs")] } });
  await settle();
  expect(saves).toHaveLength(0);
});
