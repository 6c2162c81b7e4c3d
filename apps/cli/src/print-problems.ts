import type { Problem } from "@rivulet/model";
import { type NamedProject, placeDescriber } from "./describe-place.ts";
import type { Terminal } from "./terminal.ts";

/** Writes problems for people, on the error stream: severity, place, sentence, code. */
export function printProblems(
  problems: readonly Problem[],
  terminal: Terminal,
  project?: NamedProject,
): void {
  const describe = placeDescriber(project);
  for (const { severity, place, message, code } of problems) {
    // A sentence about a file begins with its name.
    const where = place.file !== undefined && message.startsWith(place.file) ? "" : describe(place);
    terminal.error(`${severity}: ${where === "" ? "" : `${where}: `}${message} [${code}]`);
  }
}
