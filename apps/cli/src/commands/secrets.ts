import type { JsonValue, Problem, ProjectIndex } from "@rivulet/model";
import { KeptSecrets, type SecretPlace, valueJsonFromText } from "@rivulet/runtime";
import type { CommandLine } from "../command.ts";
import { commandEngine } from "../composition.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { projectFolder, readProject } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";
import { UnreadableError } from "../unreadable-error.ts";

/** What an action of the command works on. */
interface SecretsWork {
  readonly folder: string;
  readonly secrets: KeptSecrets;
  readonly line: CommandLine;
  readonly terminal: Terminal;
}

function succeeded(problem: Problem | undefined): ExitCode {
  if (problem) throw new UnreadableError(problem.message);
  return exitCodes.done;
}

/** The constant that is named, and the configuration that its value is for. */
function placeOf({ line }: SecretsWork): SecretPlace {
  const constant = line.positionals[2];
  if (constant === undefined) throw new UsageError("Which constant? Write Module.Constant after the folder.");
  return { constant, configuration: line.text("configuration") ?? null };
}

/** The value as it came in, without the end of its last line: `echo` and editors add one. */
function valueFromInput({ terminal }: SecretsWork): string {
  const text = terminal.input().replace(/\r?\n$/, "");
  if (text === "") throw new UsageError("The value is read from standard input, and nothing came.");
  return text;
}

function jsonOf(text: string, { constant, configuration }: SecretPlace, index: ProjectIndex): JsonValue {
  const record = index.constant(constant);
  if (record?.isSecret !== true) {
    throw new UsageError(record ? `${constant} is no secret constant.` : `There is no constant ${constant}.`);
  }
  const names = index.settings?.configurations.map(({ name }) => name) ?? [];
  if (configuration !== null && !names.includes(configuration)) {
    throw new UsageError(
      `The project has no configuration ${configuration}. Its configurations: ${names.join(", ")}.`,
    );
  }
  const json = valueJsonFromText(text, record.dataType, index);
  if (json === undefined) throw new UsageError(`The value does not fit the type of ${constant}.`);
  return json;
}

async function set(work: SecretsWork): Promise<ExitCode> {
  const place = placeOf(work);
  const { index } = await readProject(commandEngine(), { kind: "folder", path: work.folder });
  const problem = work.secrets.keep(place, jsonOf(valueFromInput(work), place, index));
  return succeeded(problem ?? work.secrets.follow(index, false));
}

function list({ secrets, terminal }: SecretsWork): ExitCode {
  const result = secrets.states();
  if ("problem" in result) throw new UnreadableError(result.problem.message);
  for (const { constant, configuration, setAt, removedAt } of result.states) {
    const waiting = removedAt === undefined ? [] : [`(gone since ${removedAt})`];
    terminal.out([constant, configuration ?? "(every configuration)", setAt, ...waiting].join("\t"));
  }
  return exitCodes.done;
}

function rotate({ secrets, terminal }: SecretsWork): ExitCode {
  const result = secrets.rotate();
  if ("problem" in result) throw new UnreadableError(result.problem.message);
  terminal.error(`${result.values} values are encrypted with the key ${result.key} now.`);
  return exitCodes.done;
}

type Action = (work: SecretsWork) => ExitCode | Promise<ExitCode>;

const actions: Readonly<Record<string, Action>> = {
  list,
  set,
  remove: (work) => succeeded(work.secrets.forget(placeOf(work))),
  rotate,
};

/** `rivulet secrets`: the secret values of a project on this machine. A value comes in and never goes out. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [name = "", written = "."] = line.positionals;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action)
    throw new UsageError(`There is no action "${name}". There are: ${Object.keys(actions).join(", ")}.`);
  const folder = projectFolder(written, terminal);
  return action({ folder, secrets: new KeptSecrets(folder, terminal.environment), line, terminal });
}
