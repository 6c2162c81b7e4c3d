import { jsonSchemaKinds, printJsonSchema } from "@rivulet/model";
import type { CommandLine } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** `rivulet schema`: the JSON Schema of a kind of file; without a kind, the kinds there are. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [name] = line.positionals;
  if (name === undefined) {
    terminal.out(jsonSchemaKinds.join("\n"));
    return exitCodes.done;
  }
  const kind = jsonSchemaKinds.find((candidate) => candidate === name);
  if (!kind)
    throw new UsageError(`There is no kind of file "${name}". There are: ${jsonSchemaKinds.join(", ")}.`);
  terminal.out(printJsonSchema(kind).trimEnd());
  return exitCodes.done;
}
