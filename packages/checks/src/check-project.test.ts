import type { Place, Problem } from "@rivulet/model";
import { type SampleProject, withRecord } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { errorHandlingCases } from "./cases/error-handling-cases.test-support.ts";
import { fieldCases } from "./cases/field-cases.test-support.ts";
import { incompleteCases } from "./cases/incomplete-cases.test-support.ts";
import { keyedCases } from "./cases/keyed-cases.test-support.ts";
import { withModule } from "./cases/problem-case.test-support.ts";
import { projectCases } from "./cases/project-cases.test-support.ts";
import { structureCases } from "./cases/structure-cases.test-support.ts";
import { checkProject } from "./check-project.ts";
import { applyFix } from "./report/apply-fix.ts";
import { problemCodeGroups } from "./report/problem-codes.ts";
import { severityOf } from "./report/warning-codes.ts";

const cases = [
  ...structureCases,
  ...errorHandlingCases,
  ...incompleteCases,
  ...keyedCases,
  ...fieldCases,
  ...projectCases,
].map((each) => ({
  ...each,
  name: `${each.code}: ${each.title}`,
}));

function show({ record, field, from, to }: Place): string {
  const range = from === undefined ? "" : `${from}-${to}`;
  return [record, field, range].filter((part) => part !== undefined && part !== "").join(" ");
}

/** `*` at the end of an expected place stands for any range. */
function places(problems: readonly Problem[], expected: readonly string[]): string[] {
  const anywhere = expected.some((place) => place.endsWith("*"));
  return problems.map(({ place }) => (anywhere ? show(place).replace(/ \d+-\d+$/, " *") : show(place)));
}

test("the sample that the cases are built on has no problems", () => {
  expect(checkProject(withModule({}))).toEqual([]);
});

describe.each(cases)("$name", ({ code, valid, invalid, places: expected }) => {
  test("is not said about a project without it", () => {
    expect(
      checkProject(valid).filter((problem) => problem.severity === "error" || problem.code === code),
    ).toEqual([]);
  });

  test("is said once at each place, and nothing else is", () => {
    const problems = checkProject(invalid);
    expect(problems.map((problem) => `${problem.code} ${problem.severity}`)).toEqual(
      expected.map(() => `${code} ${severityOf(code)}`),
    );
    expect(places(problems, expected)).toEqual(expected);
  });

  test("its fixes take it away", () => {
    for (const problem of checkProject(invalid)) {
      const { fix } = problem;
      if (!fix) continue;
      const fixed = withRecord(invalid, fix.record, (record) => applyFix(record, fix));
      expect(codesAt(fixed, problem.place)).not.toContain(problem.code);
    }
  });
});

function codesAt(project: SampleProject, { record, field }: Place): string[] {
  const problems = checkProject(project).filter(
    ({ place }) => place.record === record && place.field === field,
  );
  return problems.map((problem) => problem.code);
}

test("every code of a project and of a drawing has a case", () => {
  const covered = new Set<string>(cases.map(({ code }) => code));
  const groups = [
    problemCodeGroups["Names, settings and the domain model"],
    problemCodeGroups["The drawing of a microflow"],
  ];
  const codes = groups.flatMap((group) => Object.keys(group));
  expect(codes.filter((code) => !covered.has(code))).toEqual([]);
});
