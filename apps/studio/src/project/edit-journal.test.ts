import { type Diff, emptyDiff, type ProjectRecord } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import {
  type JournalEntry,
  type JournalStorage,
  takeLostEdits,
  WindowJournal,
  type WindowRegistry,
} from "./edit-journal.ts";

/** The journal's port in memory; every call is answered a turn later, as by a browser. */
class MemoryJournal implements JournalStorage {
  readonly entries = new Map<string, JournalEntry>();
  readonly writes: string[] = [];

  async list() {
    return [...this.entries.values()];
  }
  async put(entry: JournalEntry) {
    await Promise.resolve();
    this.writes.push(Object.keys(entry.diff.added).join("+"));
    this.entries.set(entry.window, entry);
  }
  async delete(window: string) {
    await Promise.resolve();
    this.writes.push("delete");
    this.entries.delete(window);
  }
}

const added = (...ids: string[]): Diff => ({
  ...emptyDiff,
  added: Object.fromEntries(ids.map((id) => [id, { id } as ProjectRecord])),
});
const entry = (window: string, diff: Diff, project = "p"): JournalEntry => ({
  window,
  project,
  diff,
  hashes: { d: window },
});
const alive = (...windows: string[]): WindowRegistry => ({
  alive: async () => new Set(windows),
  exclusively: (action) => action(),
});
const unsaved = (...ids: string[]) => ({ sent: emptyDiff, since: added(...ids) });
const identity = { window: "now", project: "p" };
const turns = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the journal of a window", () => {
  test("keeps the latest edits, and writes no faster than the storage takes them", async () => {
    const storage = new MemoryJournal();
    const journal = new WindowJournal(storage, identity, () => {});
    for (const id of ["a", "b", "c"]) journal.write(unsaved(id), {});
    await turns();
    expect(storage.writes).toEqual(["a", "c"]);
    journal.clear();
    await turns();
    expect(storage.entries.size).toBe(0);
  });

  test("tells once of a storage that fails, and edits go on", async () => {
    const failures: unknown[] = [];
    const storage = new MemoryJournal();
    storage.put = () => Promise.reject(new Error("full"));
    const journal = new WindowJournal(storage, identity, (error) => failures.push(error));
    journal.write(unsaved("a"), {});
    await turns();
    journal.write(unsaved("b"), {});
    await turns();
    expect(failures).toEqual([new Error("full")]);
  });
});

describe("lost edits", () => {
  test("are those of windows of this project that are gone", async () => {
    const storage = new MemoryJournal();
    for (const left of [
      entry("gone", added("a")),
      entry("open", added("b")),
      entry("other", added("c"), "q"),
    ])
      storage.entries.set(left.window, left);
    const lost = await takeLostEdits(storage, alive("open", "now"), identity);
    expect(lost).toEqual({ unsaved: unsaved("a"), hashes: { d: "gone" } });
    expect([...storage.entries.keys()].sort()).toEqual(["now", "open", "other"]);
  });

  test("tell which save was on its way, also when they are taken over twice", async () => {
    const storage = new MemoryJournal();
    const journal = new WindowJournal(storage, { window: "gone", project: "p" }, () => {});
    journal.write({ sent: added("a"), since: added("b") }, {});
    await turns();
    for (const window of ["now", "next"])
      expect(await takeLostEdits(storage, alive(window), { window, project: "p" })).toEqual({
        unsaved: { sent: added("a"), since: added("b") },
        hashes: {},
      });
  });

  test("of several windows come back together", async () => {
    const storage = new MemoryJournal();
    storage.entries.set("1", entry("1", added("a")));
    storage.entries.set("2", entry("2", added("b")));
    const lost = await takeLostEdits(storage, alive("now"), identity);
    expect(lost?.unsaved).toEqual(unsaved("a", "b"));
    expect(lost?.hashes).toEqual({ d: "1" });
  });

  test("are nothing when no window left any", async () => {
    expect(await takeLostEdits(new MemoryJournal(), alive("now"), identity)).toBeUndefined();
  });
});
