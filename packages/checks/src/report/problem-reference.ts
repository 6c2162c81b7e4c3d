import { type ProblemCode, problemCodeGroups } from "./problem-codes.ts";
import { severityOf } from "./warning-codes.ts";

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** The reference page of all problem codes as Markdown, made from their table. */
export function problemReference(): string {
  const sections = Object.entries(problemCodeGroups).map(([title, rows]) => {
    const lines = Object.entries(rows).map(
      ([code, meaning]) => `| \`${code}\` | ${severityOf(code as ProblemCode)} | ${escaped(meaning)} |`,
    );
    return `## ${title}\n\n| code | severity | meaning |\n| --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  const introduction = [
    "# Problems",
    "",
    "What `rivulet check` and the list of problems in the studio can say. A microflow with an error, in itself or in what it",
    "uses, does not run; a warning does not stop it. Every problem has a place, a message that says what to do, and often a fix.",
    "",
    "This page is made from `packages/checks/src/report/problem-codes.ts`: `pnpm exec vitest run packages/checks/src/report --update`",
    "writes it anew, and a test fails when it is stale.",
    "",
    "",
  ].join("\n");
  return introduction + sections.join("\n");
}
