import { expect, test } from "vitest";
import {
  type Docks,
  dockSides,
  docksFor,
  docksOfWindow,
  initialDocks,
  paneNames,
  readDocks,
  sideOf,
  withDockFolded,
  withPaneInFront,
  withPaneMoved,
} from "./docks.ts";

const panesOf = (docks: Docks) => dockSides.flatMap((side) => docks[side].panes).sort();

test("every pane has a place on a fresh screen", () => {
  expect(panesOf(initialDocks)).toEqual([...paneNames].sort());
});

test("a pane that is moved is in front there, and its neighbour is in front where it was", () => {
  const docks = withPaneMoved(initialDocks, "toolbox", "left");
  expect(docks.left).toMatchObject({ panes: ["explorer", "outline", "toolbox"], active: "toolbox" });
  expect(docks.right).toMatchObject({ panes: ["properties"], active: "properties" });
  expect(panesOf(docks)).toEqual(panesOf(initialDocks));
});

test("a pane can be moved to where it is", () => {
  const docks = withPaneMoved(initialDocks, "properties", "right");
  expect(docks.right).toMatchObject({ panes: ["toolbox", "properties"], active: "properties" });
});

test("a dock may be emptied and filled again", () => {
  const empty = withPaneMoved(withPaneMoved(initialDocks, "outline", "right"), "explorer", "right");
  expect(empty.left).toMatchObject({ panes: [], active: undefined });
  expect(sideOf(withPaneMoved(empty, "explorer", "left"), "explorer")).toBe("left");
});

test("showing a pane unfolds its dock", () => {
  expect(withPaneInFront(initialDocks, "run").bottom).toMatchObject({ active: "run", isFolded: false });
});

test.each([
  ["nothing", undefined],
  ["something else", "docks"],
  ["a pane twice", { ...initialDocks, left: { ...initialDocks.left, panes: ["explorer", "run"] } }],
  ["a pane that is missing", { ...initialDocks, left: { ...initialDocks.left, panes: [] } }],
])("remembered docks with %s are those of a fresh screen", (_, stored) => {
  expect(readDocks(stored)).toEqual(initialDocks);
});

test("remembered docks come back, without panes that no longer exist", () => {
  const moved = withPaneMoved(initialDocks, "run", "right");
  const stored = JSON.parse(JSON.stringify(moved)) as Docks;
  expect(readDocks(stored)).toEqual(moved);
  const old = {
    ...stored,
    left: { ...stored.left, panes: ["explorer", "outline", "gone"], active: "gone", size: -1 },
  };
  expect(readDocks(old)).toEqual(moved);
});

const toForm = { wasDrawing: true, isDrawing: false };
const toDrawing = { wasDrawing: false, isDrawing: true };

test("a dock with nothing but panes of drawings gives its room to a form, and takes it back", () => {
  const beside = docksFor(initialDocks, toForm);
  expect(beside.right.isFolded).toBe(true);
  expect(beside.left.isFolded).toBe(false);
  expect(readDocks(JSON.parse(JSON.stringify(beside)))).toMatchObject(beside);
  expect(docksFor(beside, toDrawing).right).toMatchObject({ isFolded: false, isAside: false });
});

test("a dock that a person folded or unfolded stays so", () => {
  const folded = withDockFolded(initialDocks, "right", true);
  expect(docksFor(docksFor(folded, toForm), toDrawing).right.isFolded).toBe(true);
  const asked = withPaneInFront(docksFor(initialDocks, toForm), "properties");
  expect(docksFor(asked, { wasDrawing: false, isDrawing: false }).right.isFolded).toBe(false);
  expect(docksFor(asked, toDrawing).right.isFolded).toBe(false);
});

test("a dock with a pane for everything stays beside a form", () => {
  const docks = withPaneMoved(initialDocks, "explorer", "right");
  expect(docksFor(docks, toForm).right.isFolded).toBe(false);
});

test("a narrow window begins with its right side folded", () => {
  expect(docksOfWindow(1024).right.isFolded).toBe(true);
  expect(docksOfWindow(1280)).toEqual(initialDocks);
});
