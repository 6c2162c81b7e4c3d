import type { Problem } from "@rivulet/model";

/** Nothing ran, because of problems that a user can mend: in a file, in a microflow, in settings or in arguments. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  /** What could not be done, and for which reason in one word. */
  readonly code: "project-has-problems" | "settings-have-problems" | "wrong-parameters";
  readonly problems: readonly Problem[];

  constructor(code: ProblemsError["code"], problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join("\n"));
    this.code = code;
    this.problems = problems;
  }
}
