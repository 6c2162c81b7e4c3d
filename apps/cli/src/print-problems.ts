import type { Place, Problem } from "@rivulet/model";
import type { Terminal } from "./terminal.ts";

/** A place in a line: `MyFirstModule.DS_ListTables, create-request, members[0].value`. */
function describePlace({ document, file, record, field }: Place): string {
  return [document ?? file, record, field].filter((part) => part !== undefined && part !== "").join(", ");
}

/** Writes problems for people, on the error stream: severity, place, sentence, code. */
export function printProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const { severity, place, message, code } of problems) {
    // A sentence about a file begins with its name.
    const where = place.file !== undefined && message.startsWith(place.file) ? "" : describePlace(place);
    terminal.error(`${severity}: ${where === "" ? "" : `${where}: `}${message} [${code}]`);
  }
}
