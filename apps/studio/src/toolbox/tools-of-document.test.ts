import { expect, test } from "vitest";
import type { TabTarget } from "../workspace/tabs.ts";
import { toolsOfDocument } from "./tools-of-document.ts";

test.each<[string, TabTarget | undefined, string]>([
  ["activities for a microflow", { kind: "microflow", id: "own" }, "activities"],
  ["widgets for a page", { kind: "page", id: "own" }, "widgets"],
  ["entities for a domain model", { kind: "domainModel", module: "own" }, "entities"],
  ["nothing for settings", { kind: "settings" }, "none"],
  ["nothing for an enumeration", { kind: "enumeration", id: "own" }, "none"],
  ["nothing while no document is open", undefined, "none"],
  ["nothing for a microflow that is only shown", { kind: "microflow", id: "shown" }, "readOnly"],
  ["nothing for a domain model that is only shown", { kind: "domainModel", module: "shown" }, "readOnly"],
])("the toolbox has %s", (_, target, kind) => {
  expect(toolsOfDocument(target, (id) => id === "shown").kind).toBe(kind);
});
