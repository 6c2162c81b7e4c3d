import type { JsonValue } from "./json/json-value.ts";

/** Where a problem is. Every part is stable enough to jump to. */
export interface Place {
  /** Path of the file in the project folder, or the name of the file that was read. */
  readonly file?: string;
  /** Qualified name of the document (`MyFirstModule.DS_ListTables`), or the module's name for its domain model. */
  readonly document?: string;
  /** Id of the record: element, sequence flow, entity, attribute ... */
  readonly record?: string;
  /** Name of the field, with the position in it: `members[0].value`. */
  readonly field?: string;
  /** Range in the text of the field, in UTF-16 code units; without a field, in the text of the file. */
  readonly from?: number;
  readonly to?: number;
}

/** A change that takes the problem away: the field's new value. */
export interface Fix {
  readonly label: string;
  readonly record: string;
  readonly field: string;
  readonly value: JsonValue;
}

/** A finding that a user can mend (architecture, invariant 4). An error blocks a run, a warning does not. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** Stable, lower case with hyphens: `unknown-entity`. */
  readonly code: string;
  readonly place: Place;
  /** Names the thing, the reason and the way out. */
  readonly message: string;
  readonly fix?: Fix;
}

/**
 * A problem that blocks a run.
 *
 * @example errorAt({ file: "rivulet.json" }, "not-json", "rivulet.json is not JSON: ...")
 */
export function errorAt(place: Place, code: string, message: string): Problem {
  return { severity: "error", code, place, message };
}

/** A problem that does not block a run; see {@link errorAt}. */
export function warningAt(place: Place, code: string, message: string): Problem {
  return { severity: "warning", code, place, message };
}

/** Whether any of the problems blocks a run. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
