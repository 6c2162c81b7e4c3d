import type { CommandLine } from "../command.ts";
import { evaluateExpression } from "../evaluate/evaluate-expression.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { readJsonFile } from "../read-json-file.ts";
import type { Terminal } from "../terminal.ts";
import { UnreadableError } from "../unreadable-error.ts";

/** One line for each case, and one with the count at the end. */
async function judgeFiles(files: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { judgeCase, readCases } = await import("@rivulet/expressions/cases");
  const { re2Patterns } = await import("@rivulet/expressions/patterns");
  const world = { clock: Date.now, random: Math.random, patterns: re2Patterns };
  let total = 0;
  let passed = 0;
  for (const file of files) {
    const json = readJsonFile(file, terminal);
    let cases: ReturnType<typeof readCases>;
    try {
      cases = readCases(json);
    } catch (error) {
      throw new UnreadableError(`${file}: ${(error as Error).message}`, { cause: error });
    }
    for (const entry of cases) {
      const judgement = judgeCase(entry, world);
      terminal.out(JSON.stringify(judgement));
      total += 1;
      if (judgement.passed) passed += 1;
    }
  }
  terminal.out(JSON.stringify({ total, passed, failed: total - passed }));
  return passed === total ? exitCodes.done : exitCodes.failed;
}

/** `rivulet eval`: the type and value of an expression, or where and why it has none. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  if (line.flag("cases")) return judgeFiles(line.positionals, terminal);
  const [expression = "", ...others] = line.positionals;
  if (others.length > 0) throw new UsageError("One expression at a time. Put quotes round it.");
  const context = line.text("context");
  const outcome = await evaluateExpression(expression, {
    variables: line.texts("var"),
    project: line.text("project"),
    context: context === undefined ? {} : readJsonFile(context, terminal),
    terminal,
  });
  terminal.out(JSON.stringify(outcome));
  return "phase" in outcome ? exitCodes.failed : exitCodes.done;
}
