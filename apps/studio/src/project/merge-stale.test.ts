import { applyDiff, diffRecords, emptyDiff, type ProjectRecord, type ProjectRecords } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import { compareStale, differingMembers, mergeStale, settledWithoutQuestion } from "./merge-stale.ts";

const module: ProjectRecord = {
  id: "m",
  type: "module",
  parent: "project",
  name: "M",
  roles: [],
  folders: [],
};
const settings: ProjectRecord = {
  id: "project",
  type: "project",
  name: "P",
  connectors: [],
  configurations: [],
  security: { level: "off", userRoles: [] },
};
const flow = (name = "Flow"): ProjectRecord => ({
  id: "f",
  type: "microflow",
  parent: "m",
  name,
  returnType: { kind: "nothing" },
  allowedRoles: [],
});
const element = (id: string, caption = id): ProjectRecord => ({
  id,
  type: "element",
  parent: "f",
  kind: "merge",
  caption,
  fields: {},
});
const joint = (id: string, from: string, to: string): ProjectRecord => ({
  id,
  type: "sequenceFlow",
  parent: "f",
  from,
  to,
});
const recordsOf = (...records: ProjectRecord[]): ProjectRecords =>
  new Map([settings, module, ...records].map((record) => [record.id, record]));

interface Sides extends Readonly<Record<"base" | "mine" | "theirs", ProjectRecords>> {
  /** How it was here when a save was sent whose answer never came. */
  readonly sent?: ProjectRecords;
}

/** What both made of a base: the comparison, with their microflow as the server has it. */
function compare({ base, sent = base, mine, theirs }: Sides) {
  const unsaved = { sent: diffRecords(base, sent), since: diffRecords(sent, mine) };
  const records = [...theirs.values()].filter(({ id }) => id !== "m" && id !== "project");
  return compareStale(mine, unsaved, { hashes: { f: "h" }, records });
}
const base = recordsOf(flow(), element("a"), element("b"));

describe("two sides", () => {
  test("that changed different records join without a question", () => {
    const comparison = compare({
      base,
      mine: recordsOf(flow(), element("a", "mine"), element("b"), element("new")),
      theirs: recordsOf(flow("Renamed"), element("a"), element("b", "theirs")),
    });
    expect(comparison.conflicts).toEqual([]);
    const merged = mergeStale(comparison, () => "mine");
    expect(new Map(merged.records)).toEqual(
      recordsOf(flow("Renamed"), element("a", "mine"), element("b", "theirs"), element("new")),
    );
  });

  test("that changed a record in the same way agree", () => {
    const same = recordsOf(flow(), element("a", "same"), element("b"));
    expect(
      compare({ base, mine: same, theirs: recordsOf(flow(), element("a", "same"), element("b")) }).conflicts,
    ).toEqual([]);
  });

  test.each([
    ["mine", "mine"],
    ["theirs", "theirs"],
  ] as const)("that changed a record differently: %s is kept", (side, caption) => {
    const comparison = compare({
      base,
      mine: recordsOf(flow(), element("a", "mine"), element("b")),
      theirs: recordsOf(flow(), element("a", "theirs"), element("b")),
    });
    expect(comparison.conflicts.map(({ id }) => id)).toEqual(["a"]);
    expect(mergeStale(comparison, () => side).records.get("a")).toEqual(element("a", caption));
  });

  test.each([
    ["mine", false],
    ["theirs", true],
  ] as const)("of which mine removed what theirs changed: with %s it is there: %s", (side, isThere) => {
    const comparison = compare({
      base,
      mine: recordsOf(flow(), element("b")),
      theirs: recordsOf(flow(), element("a", "theirs"), element("b")),
    });
    expect(comparison.conflicts).toMatchObject([{ id: "a", mine: undefined }]);
    expect(mergeStale(comparison, () => side).records.has("a")).toBe(isThere);
  });
});

describe("nobody is asked", () => {
  const edited = recordsOf(flow(), element("a", "edited"), element("b"), element("new"));

  test("where the server has what was sent, and more was edited since", () => {
    const mine = recordsOf(flow(), element("a", "again"), element("b"));
    const settled = settledWithoutQuestion(compare({ base, sent: edited, mine, theirs: edited }));
    expect(settled).toEqual(new Map(mine));
  });

  test("where the server has all of ours, and somebody changed something else meanwhile", () => {
    const theirs = recordsOf(flow(), element("a", "edited"), element("b", "theirs"), element("new"));
    expect(settledWithoutQuestion(compare({ base, mine: edited, theirs }))).toEqual(new Map(theirs));
  });

  test("but where both have something of their own", () => {
    const theirs = recordsOf(flow(), element("a"), element("b", "theirs"));
    expect(settledWithoutQuestion(compare({ base, mine: edited, theirs }))).toBeUndefined();
  });
});

test("what loses what it belongs to is dropped, and said", () => {
  const comparison = compare({
    base,
    mine: recordsOf(flow(), element("a"), element("b"), joint("j", "a", "b")),
    theirs: recordsOf(flow(), element("a")),
  });
  const { records, dropped } = mergeStale(comparison, () => "mine");
  expect([...records.keys()].sort()).toEqual(["a", "f", "m", "project"]);
  expect(dropped).toEqual([joint("j", "a", "b")]);
});

test("documents that nobody else changed stay as they are here", () => {
  const other: ProjectRecord = { ...flow("Other"), id: "o" } as ProjectRecord;
  const mine = applyDiff(base, { added: { o: other }, updated: {}, removed: {} });
  const comparison = compareStale(
    mine,
    { sent: emptyDiff, since: diffRecords(base, mine) },
    {
      hashes: { f: "h" },
      records: [flow(), element("a")],
    },
  );
  expect(mergeStale(comparison, () => "theirs").records.get("o")).toBe(other);
});

test("the members in which two versions differ are told by their path", () => {
  const left = { ...element("a"), fields: { value: "1", same: true, list: [1] } } as ProjectRecord;
  const right = {
    ...element("a", "other"),
    fields: { value: "2", same: true, list: [2], more: 3 },
  } as ProjectRecord;
  expect(differingMembers(left, right)).toEqual([
    { path: "caption", mine: "a", theirs: "other" },
    { path: "fields.value", mine: "1", theirs: "2" },
    { path: "fields.list", mine: [1], theirs: [2] },
    { path: "fields.more", mine: undefined, theirs: 3 },
  ]);
});
