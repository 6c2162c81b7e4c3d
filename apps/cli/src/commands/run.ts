import { writeFileSync } from "node:fs";
import { asJson, canonicalJson, hasErrors } from "@rivulet/model";
import {
  type Engine,
  KeptSecrets,
  type LoadedProject,
  type LogEntry,
  ProblemsError,
  type RunOutcome,
  type RunTrace,
  readActiveConfiguration,
} from "@rivulet/runtime";
import { readArguments, splitAssignment } from "../arguments.ts";
import type { CommandLine } from "../command.ts";
import { commandEngine } from "../composition.ts";
import { type CommandEmbedded, commandEmbedded } from "../embedded.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { printProblems } from "../print-problems.ts";
import { type ProjectSource, projectSource, readProject } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";
import { watchRegion } from "../watch-region.ts";

function defined<Options extends object>(
  options: Options,
): { [Key in keyof Options]: Exclude<Options[Key], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

/** The microflow that is meant: the one named, or the only one that can be. Says first what could not be read. */
function chosenMicroflow(line: CommandLine, project: LoadedProject): string {
  const named = line.positionals[1] ?? project.entryMicroflow;
  if (named !== undefined) return named;
  if (hasErrors(project.problems)) throw new ProblemsError("project-has-problems", project.problems);
  const names = project.index.all("microflow").map(({ name }) => name);
  if (names.length === 1 && names[0] !== undefined) return names[0];
  throw new UsageError(`Which microflow? The project has ${names.length === 0 ? "none" : names.join(", ")}.`);
}

interface SettingsParts {
  readonly project: LoadedProject;
  readonly source: ProjectSource;
  readonly embedded: CommandEmbedded;
}

/** The settings of the run by precedence: what was written with the command first. */
function settingsOf(line: CommandLine, terminal: Terminal, { project, source, embedded }: SettingsParts) {
  const secrets = source.kind === "folder" ? new KeptSecrets(source.path, terminal.environment) : undefined;
  secrets?.follow(project.index, false);
  const activeConfiguration = source.kind === "folder" ? readActiveConfiguration(source.path) : undefined;
  return project.settings({
    ...defined({ activeConfiguration }),
    flags: defined({
      configuration: line.text("configuration"),
      endpoint: line.text("endpoint"),
      region: line.text("region"),
      constants: Object.fromEntries(
        line.texts("constant").map((written) => splitAssignment(written, "constant")),
      ),
    }),
    environment: terminal.environment,
    ...(secrets ? { secretValues: (name: string) => secrets.values(name) } : {}),
    embedded,
  });
}

function expandOf(line: CommandLine): { expand?: number } {
  const written = line.text("expand");
  if (written === undefined) return {};
  if (!/^\d{1,3}$/.test(written)) throw new UsageError("--expand takes a whole number.");
  return { expand: Number(written) };
}

/** What a file of `--trace` is made of. */
interface TracedRun {
  readonly outcome: RunOutcome;
  readonly log: readonly LogEntry[];
  readonly trace: RunTrace | undefined;
}

function writeTrace(path: string, { outcome, log, trace }: TracedRun): void {
  const { status, steps } = outcome;
  const end =
    outcome.status === "completed" ? { result: outcome.toJson() } : { error: outcome.error.toJSON() };
  writeFileSync(path, canonicalJson(asJson({ status, steps, ...end, log, trace })));
}

function warnOfUnusedRegion(line: CommandLine, terminal: Terminal): void {
  const region = line.text("region");
  if (region === undefined) return;
  const reason =
    "no activity that ran left its own Region empty. Where an activity names a region, that one counts";
  terminal.error(`warning: --region ${region} was not used: ${reason}.`);
}

/** What a run is made from. */
interface RunParts {
  readonly engine: Engine;
  readonly project: LoadedProject;
  readonly source: ProjectSource;
}

async function runMicroflow(
  line: CommandLine,
  terminal: Terminal,
  { engine, project, source }: RunParts,
): Promise<ExitCode> {
  const microflow = chosenMicroflow(line, project);
  const embedded = commandEmbedded(source, terminal);
  const expand = expandOf(line);
  const log: LogEntry[] = [];
  try {
    const { settings, wasRegionUsed } = watchRegion(
      settingsOf(line, terminal, { project, source, embedded }),
    );
    const traceFile = line.text("trace");
    terminal.error(`Running ${microflow} with configuration ${settings.configuration}.`);
    const run = engine.start(project, microflow, {
      parameters: readArguments(line, terminal, { project, microflow }),
      settings,
      signal: terminal.signal,
      trace: traceFile !== undefined,
      log: (entry) => {
        if (traceFile !== undefined) log.push(entry);
        terminal.error(`${entry.level} ${entry.node}: ${entry.message}`);
      },
    });
    const outcome = await run.outcome;
    if (traceFile !== undefined) {
      writeTrace(terminal.path(traceFile), { outcome, log, trace: run.trace() });
    }
    if (!wasRegionUsed()) warnOfUnusedRegion(line, terminal);
    if (outcome.status === "completed") {
      terminal.out(JSON.stringify(outcome.toJson(expand)));
      return exitCodes.done;
    }
    const { code, message, microflow: at, activity, cause, details } = outcome.error.toJSON();
    terminal.error(JSON.stringify({ code, message, microflow: at, activity, cause, details }));
    return exitCodes.failed;
  } finally {
    await embedded.stop();
  }
}

/** `rivulet run`: one microflow, from a project folder or an exported flow. Only its result goes to the output. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const source = projectSource(line.positionals[0] ?? ".", terminal);
  const engine = commandEngine();
  const project = await readProject(engine, source);
  try {
    return await runMicroflow(line, terminal, { engine, project, source });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    printProblems(error.problems, terminal, project);
    return error.code === "project-has-problems" ? exitCodes.unreadable : exitCodes.usage;
  }
}
