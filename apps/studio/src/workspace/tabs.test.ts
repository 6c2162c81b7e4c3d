import { expect, test } from "vitest";
import {
  existingTabs,
  neighbourTab,
  type Tabs,
  type TabTarget,
  tabKey,
  withoutTab,
  withTab,
} from "./tabs.ts";

const flow = (id: string): TabTarget => ({ kind: "microflow", id });
const keys = ({ tabs }: Tabs) => tabs.map(tabKey);
const three: Tabs = { tabs: [flow("a"), flow("b"), flow("c")], activeTab: "microflow:b" };

test("a target has one tab, in front", () => {
  expect(withTab(three, flow("a"))).toEqual({ ...three, activeTab: "microflow:a" });
  const more = withTab(three, { kind: "domainModel", module: "m" });
  expect(keys(more)).toEqual(["microflow:a", "microflow:b", "microflow:c", "domainModel:m"]);
  expect(more.activeTab).toBe("domainModel:m");
});

test.each([
  ["the right neighbour", three, "microflow:b", "microflow:c"],
  ["the left one at the end", { ...three, activeTab: "microflow:c" }, "microflow:c", "microflow:b"],
  ["what was in front anyway", three, "microflow:a", "microflow:b"],
  ["nothing when the last tab goes", { ...three, tabs: [flow("b")] }, "microflow:b", undefined],
])("after closing a tab, in front is %s", (_, tabs, key, expected) => {
  expect(withoutTab(tabs, key).activeTab).toBe(expected);
});

test("tabs of what is gone are closed", () => {
  const rest = existingTabs(three, (target) => "id" in target && target.id === "a");
  expect(rest).toEqual({ tabs: [flow("a")], activeTab: "microflow:a" });
});

test("stepping goes round and round", () => {
  expect(neighbourTab(three, 1)).toBe("microflow:c");
  expect(neighbourTab({ ...three, activeTab: "microflow:c" }, 1)).toBe("microflow:a");
  expect(neighbourTab({ ...three, activeTab: "microflow:a" }, -1)).toBe("microflow:c");
  expect(neighbourTab({ tabs: [], activeTab: undefined }, 1)).toBeUndefined();
});
