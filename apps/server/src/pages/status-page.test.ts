import { expect, test } from "vitest";
import { type ServerStatus, statusPage } from "./status-page.ts";

const script = "<script>alert(1)</script>";
const problem = { severity: "error", code: "bad", place: { document: script }, message: script } as const;
const nothing: ServerStatus = {
  project: "Shop",
  hasStudio: false,
  documentation: "",
  configuration: undefined,
  microflows: [],
  problems: [],
  runs: [],
  regions: [],
};

function textOf(status: Partial<ServerStatus>): string {
  const reply = statusPage({ ...nothing, ...status });
  return reply.kind === "text" ? reply.text : "";
}

test("an empty project is told what belongs on its page", () => {
  const text = textOf({});
  expect(text).toContain("No microflow can be called yet");
  expect(text).toContain("Nothing has run since the server started");
});

test("names and messages stay text, whatever is in them", () => {
  const type = { kind: "object", entity: script } as const;
  const text = textOf({
    project: script,
    documentation: script,
    configuration: { name: script, kind: "aws" },
    microflows: [
      {
        name: `"><img src=x onerror=alert(1)>`,
        documentation: script,
        parameters: [{ name: script, type, isRequired: true, documentation: script }],
        returnType: type,
      },
    ],
    problems: [problem],
    regions: [{ region: script, endpoint: script }],
  });
  expect(text).not.toMatch(/<script>|<img src=x/);
  expect(text).toContain("&lt;script&gt;");
});

test("many problems are counted, and the first of them shown", () => {
  const warning = { ...problem, severity: "warning", message: "Odd." } as const;
  const text = textOf({ problems: [...Array.from({ length: 25 }, () => problem), warning] });
  expect(text).toContain("25 errors");
  expect(text).toContain("and 1 warning");
  expect(text).toContain("6 more at");
});
