import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Command, CommandLine } from "./command.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { UnreadableError } from "./unreadable-error.ts";
import { version } from "./version.ts";

/** How one command is written. */
function helpOf(command: Command): string {
  const width = Math.max(0, ...command.help.map(([written]) => written.length));
  const rows = command.help.map(([written, meaning]) => `  ${written.padEnd(width)}  ${meaning}`);
  return [
    `rivulet ${command.name} ${command.usage}`,
    "",
    command.summary,
    ...(rows.length ? ["", ...rows] : []),
  ].join("\n");
}

/** All commands in a line each. */
function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(8)}${summary}`);
  return [
    "rivulet <command> ...",
    "",
    ...rows,
    "",
    "rivulet <command> --help tells more, rivulet --version which one this is.",
  ].join("\n");
}

/** The words in the order that `parseArgs` wants where positionals may begin with a dash: those come last. */
function withDashes(command: Command, words: readonly string[]): string[] {
  const known = new Set(["--help", "-h", ...Object.keys(command.options).map((option) => `--${option}`)]);
  const options: string[] = [];
  const positionals: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const [written = ""] = word.split("=", 1);
    if (word === "--") return [...options, "--", ...positionals, ...words.slice(at + 1)];
    if (!known.has(written)) {
      positionals.push(word);
      continue;
    }
    options.push(word);
    const takesValue = command.options[written.slice(2)]?.type === "string" && word === written;
    if (takesValue && at + 1 < words.length) options.push(words[(at += 1)] ?? "");
  }
  return [...options, "--", ...positionals];
}

function readLine(command: Command, words: readonly string[]): CommandLine & { readonly wantsHelp: boolean } {
  const config = {
    args: command.takesDashes ? withDashes(command, words) : [...words],
    options: { ...command.options, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
    strict: true,
  } satisfies ParseArgsConfig;
  let parsed: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] };
  try {
    parsed = parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "The options could not be read.", {
      cause: error,
    });
  }
  const { values, positionals } = parsed;
  const texts = (option: string): readonly string[] => {
    const value = values[option];
    if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
    return typeof value === "string" ? [value] : [];
  };
  return {
    positionals,
    texts,
    text: (option) => texts(option).at(-1),
    flag: (option) => values[option] === true,
    wantsHelp: values["help"] === true,
  };
}

async function execute(command: Command, words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const line = readLine(command, words);
  if (line.wantsHelp) {
    terminal.out(helpOf(command));
    return exitCodes.done;
  }
  const { least, most } = command.positionals;
  if (line.positionals.length < least || line.positionals.length > most) {
    throw new UsageError(`Expected: rivulet ${command.name} ${command.usage}`);
  }
  const { execute: run } = await command.load();
  return run(line, terminal);
}

/**
 * Finds the command that the words name, and executes it.
 *
 * @example await runCommandLine(commands, ["check", "my-project"], terminal) // 0
 */
export async function runCommandLine(
  commands: readonly Command[],
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? terminal.error : terminal.out)(overview(commands));
    return name === undefined ? exitCodes.usage : exitCodes.done;
  }
  if (name === "--version") {
    terminal.out(version());
    return exitCodes.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) throw new UsageError(`There is no command "${name}".\n\n${overview(commands)}`);
    return await execute(command, rest, terminal);
  } catch (error) {
    if (error instanceof UnreadableError) {
      terminal.error(error.message);
      return exitCodes.unreadable;
    }
    if (!(error instanceof UsageError)) throw error;
    terminal.error(error.message);
    return exitCodes.usage;
  }
}
