import type { SaveResult } from "@rivulet/model/folder";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { printProblems } from "./print-problems.ts";
import type { Terminal } from "./terminal.ts";

/** Says why nothing was saved. */
export function printRefusal(
  refusal: Exclude<SaveResult, { readonly outcome: "saved" }>,
  terminal: Terminal,
): ExitCode {
  switch (refusal.outcome) {
    case "refused":
      printProblems(refusal.problems, terminal);
      return exitCodes.failed;
    case "stale":
      terminal.error(
        `Changed meanwhile: ${refusal.documents.map(({ path }) => path).join(", ")}. Try again.`,
      );
      return exitCodes.failed;
    case "held":
      terminal.error(
        `The project is open in process ${refusal.pid}. Stop its server first, or make the change in the studio.`,
      );
      return exitCodes.failed;
  }
}
