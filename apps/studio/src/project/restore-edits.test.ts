import { applyDiff, diffRecords, emptyDiff, type ProjectRecord, type ProjectRecords } from "@rivulet/model";
import { expect, test } from "vitest";
import { restoreEdits } from "./restore-edits.ts";

const constant = (id: string, name: string): ProjectRecord => ({
  id,
  type: "constant",
  parent: "m",
  name,
  dataType: { kind: "string" },
});
const recordsOf = (...records: ProjectRecord[]): ProjectRecords =>
  new Map(records.map((record) => [record.id, record]));
const base = recordsOf(constant("a", "before"));
const edited = recordsOf(constant("a", "edited"));
const again = recordsOf(constant("a", "edited again"));

/** What a session begins with when the server has some records under a hash, and edits from "h1" were left. */
function restore(
  saved: ProjectRecords,
  hash: string,
  [sent, now]: readonly [ProjectRecords, ProjectRecords],
) {
  return restoreEdits(
    { records: [...saved.values()], hashes: { a: hash } },
    {
      unsaved: { sent: diffRecords(base, sent), since: diffRecords(sent, now) },
      hashes: { a: "h1" },
    },
  );
}

test("edits that the server does not have are saved again, first those that were on their way", () => {
  const restored = restore(base, "h1", [edited, again]);
  expect(restored).toMatchObject({ records: again, hashes: { a: "h1" }, present: undefined });
  expect(restored.unsaved.sent).toEqual(diffRecords(base, edited));
});

test("edits that the server has are dropped in silence", () => {
  const restored = restore(edited, "h2", [edited, edited]);
  expect(restored).toEqual({
    records: edited,
    hashes: { a: "h2" },
    unsaved: { sent: emptyDiff, since: emptyDiff },
    present: undefined,
  });
});

test("what was edited after a save that arrived is saved on top of it", () => {
  const restored = restore(edited, "h2", [edited, again]);
  expect(restored).toMatchObject({ records: again, hashes: { a: "h2" }, present: undefined });
  expect(restored.unsaved).toEqual({ sent: emptyDiff, since: diffRecords(edited, again) });
});

test("a document that was removed after its creation had arrived is removed", () => {
  const created = applyDiff(base, { ...emptyDiff, added: { n: constant("n", "new") } });
  const unsaved = { sent: diffRecords(base, created), since: diffRecords(created, base) };
  const snapshot = { records: [...created.values()], hashes: { a: "h1", n: "h9" } };
  const restored = restoreEdits(snapshot, { unsaved, hashes: { a: "h1" } });
  expect(restored).toMatchObject({ records: base, unsaved: { since: { removed: { n: { id: "n" } } } } });
});

test("what somebody else changed differently is a question, and the edits keep the state that they began from", () => {
  const theirs = recordsOf(constant("a", "theirs"));
  const restored = restore(theirs, "h2", [edited, again]);
  expect(restored.present).toEqual({ hashes: { a: "h2" }, records: [...theirs.values()] });
  expect(restored.hashes).toEqual({ a: "h1" });
});
