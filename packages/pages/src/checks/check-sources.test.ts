import {
  buildProject,
  call as callMicroflow,
  clientAction,
  disabled,
  type ElementSketch,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { listOf } from "../sample-pages.test-support.ts";
import { checkPage } from "./check-page.ts";

const call = (snippet: string) => ({
  kind: "snippetCall",
  name: "call",
  fields: { snippet: { snippet, arguments: {} } },
});

/** A page that shows a list by a snippet in a snippet, of a microflow for clerks. */
function problemsOf(elements: Readonly<Record<string, ElementSketch>>, allowedRoles = ["Clerk", "Manager"]) {
  const { index } = buildProject({
    securityLevel: "production",
    modules: {
      Shop: {
        roles: ["Clerk", "Manager"],
        entities: { Order: { attributes: { Number: "Long" } } },
        microflows: {
          All: { returns: "List(Shop.Order)", elements, result: "empty", allowedRoles },
          Close: { elements: { again: callMicroflow("Shop.Again"), close: clientAction("closePage") } },
          Again: { elements: { again: callMicroflow("Shop.Again"), close: callMicroflow("Shop.Close") } },
        },
        pages: {
          Own: { visibleFor: ["Clerk", "Manager"], widgets: [listOf("list", "Shop.All")] },
          Shared: { visibleFor: ["Clerk", "Manager"], widgets: [call("Shop.Outer")] },
        },
        snippets: {
          Outer: { widgets: [call("Shop.Inner")] },
          Inner: { widgets: [listOf("list", "Shop.All")] },
        },
      },
    },
  });
  return (page: string) => {
    const record = index.page(page) ?? index.snippet(page);
    return record ? checkPage(record, index).map(({ code, field }) => `${code} ${field}`) : [];
  };
}

test("a role that may not run what a page shows is told also where a snippet shows it", () => {
  const problems = problemsOf({}, ["Clerk"]);
  expect(problems("Shop.Own")).toEqual(["role-may-not-run source.microflow"]);
  expect(problems("Shop.Shared")).toEqual(["role-may-not-run snippet.snippet"]);
  expect(problemsOf({})("Shop.Shared")).toEqual([]);
});

describe("a data source that asks something of the screen is told at the widget that it fills", () => {
  test.each(["Shop.Own", "Shop.Inner"])("%s", (page) => {
    const problems = problemsOf({ close: clientAction("closePage") });
    expect(problems(page)).toEqual(["screen-activity-in-source source.microflow"]);
  });

  test("also where a microflow that it calls does so", () => {
    const problems = problemsOf({ call: callMicroflow("Shop.Again") });
    expect(problems("Shop.Own")).toEqual(["screen-activity-in-source source.microflow"]);
  });

  test("and not where the activity is disabled", () => {
    const problems = problemsOf({ close: disabled(clientAction("closePage")) });
    expect(problems("Shop.Own")).toEqual([]);
  });
});
