import { call, createObject, decision, log } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { withModule } from "./cases/problem-case.test-support.ts";
import { checkProject } from "./check-project.ts";
import { problemsOfMicroflow, usedBy } from "./problems-of-microflow.ts";

const project = withModule({
  entities: {
    Broken: { attributes: { Colour: "Enumeration(Sales.Gone)" } },
    Child: { generalization: "Sales.Broken" },
  },
  associations: { Child_Order: "Child -> Order" },
  microflows: {
    Sound: { elements: { message: log("'fine'") } },
    Calls: { elements: { sub: call("Sales.Middle") } },
    Middle: { elements: { sub: call("Sales.Calls"), other: call("Sales.Faulty") } },
    Faulty: { elements: { message: log("$Gone") } },
    Makes: { elements: { make: createObject("Sales.Child", "C"), use: decision("$C = empty") } },
  },
});
const problems = checkProject(project);

const codes = (microflow: string) =>
  problemsOfMicroflow(microflow, project, problems).map(({ code, place }) => `${code} at ${place.record}`);

describe("a microflow has the problems of what it uses", () => {
  test("none where all is well", () => {
    expect(codes("Sales.Sound")).toEqual([]);
  });

  test("those of microflows that it calls, also over others and in circles", () => {
    expect(codes("Sales.Calls")).toEqual(["unknown-variable at Sales.Faulty.message"]);
  });

  test("those of entities that it uses, also over generalizations", () => {
    expect(codes("Sales.Makes")).toContain("unknown-enumeration at Sales.Broken");
  });

  test("none for a microflow that does not exist", () => {
    expect(codes("Sales.Nothing")).toEqual([]);
  });
});

test("what is used is found over calls, entities, associations and enumerations, itself first", () => {
  const names = usedBy("Sales.SUB", project).map(({ name }) => name);
  expect(names).toEqual(["Sales.SUB", "Sales.Order", "Sales.Status"]);
});
