import { expect, test } from "vitest";
import { followRecord } from "./record-draft.ts";

const record = { id: "a", name: "Count", value: "0" };
const opened = followRecord(undefined, record);

test("a draft that nobody else touches stays as it is", () => {
  const edited = { ...opened, draft: { ...record, value: "1" } };
  expect(followRecord(edited, { ...record })).toMatchObject({ draft: edited.draft, elsewhere: "nothing" });
});

test("what somebody else changes meanwhile is in the draft, beside what was written there", () => {
  const edited = { ...opened, draft: { ...record, value: "1" } };
  const renamed = { ...record, name: "Total" };
  expect(followRecord(edited, renamed)).toEqual({
    record: renamed,
    draft: { id: "a", name: "Total", value: "1" },
    elsewhere: "changed",
  });
});

test("a draft that nothing was written in is what the record is, so that it needs no saving", () => {
  const renamed = { ...record, name: "Total" };
  expect(followRecord(opened, renamed).draft).toBe(renamed);
});

test("what was deleted and comes back can be saved again", () => {
  expect(followRecord({ ...opened, elsewhere: "deleted" }, record).elsewhere).toBe("changed");
});

test("another record begins a draft of its own", () => {
  const other = { ...record, id: "b" };
  expect(followRecord({ ...opened, elsewhere: "changed" }, other)).toEqual(followRecord(undefined, other));
});
