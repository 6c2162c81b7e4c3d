import type { Command } from "./command.ts";

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;

const settingOptions = { configuration: text, constant: texts, endpoint: text, region: text };
const settingHelp = [
  ["--configuration <name>", "configuration of the project to use; the active one when left out"],
  ["--constant <Module.Name>=<json>", "value of a constant; may be repeated"],
  ["--endpoint <url>", "address of DynamoDB; switches the embedded one off"],
  ["--region <region>", "AWS region for activities that name none"],
] as const;

/** All commands, in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: "start",
    summary: "Start the server on a project folder",
    usage: "[dir] [--port <n>] [--host <address>] [--accounts]",
    help: [
      ["--port <n>", "port to listen on, 8080 when left out (PORT)"],
      ["--host <address>", "address to listen on, 127.0.0.1 when left out (HOST)"],
      ["--accounts", "let in only people who sign in (RIVULET_ACCOUNTS=on)"],
    ],
    options: { port: text, host: text, accounts: flag },
    positionals: { least: 0, most: 1 },
    load: () => import("./commands/start.ts"),
  },
  {
    name: "run",
    summary: "Run one microflow; its result is printed as JSON",
    usage: "<dir or flow.json> [Module.Microflow] [options]",
    help: [
      ["--param <Name>=<json>", "argument; text for a String may be written without quotes; may be repeated"],
      ["--params <file.json>", "arguments as one JSON object"],
      ...settingHelp,
      ["--expand <depth>", "print associated objects this deep"],
      ["--trace <file>", "write the path, the log and the outcome of the run to a file"],
    ],
    options: { param: texts, params: text, expand: text, trace: text, ...settingOptions },
    positionals: { least: 1, most: 2 },
    load: () => import("./commands/run.ts"),
  },
  {
    name: "check",
    summary: "List the problems of a project or flow",
    usage: "<dir or file> [--json]",
    help: [["--json", "print the problems as a JSON list"]],
    options: { json: flag },
    positionals: { least: 1, most: 1 },
    load: () => import("./commands/check.ts"),
  },
  {
    name: "eval",
    summary: "Evaluate an expression; type and value are printed as JSON",
    usage: "'<expression>' [options] | --cases <file.json>...",
    help: [
      ["--var <name>:<Type>=<json>", "a variable; may be repeated"],
      ["--project <dir>", "entities, enumerations and constants of this project"],
      ["--context <file.json>", "time zone, locale, first day of the week, rounding mode"],
      ["--cases", "judge files of cases instead, one line each"],
    ],
    options: { var: texts, project: text, context: text, cases: flag },
    positionals: { least: 1, most: 10_000 },
    takesDashes: true,
    load: () => import("./commands/eval.ts"),
  },
  {
    name: "export",
    summary: "Write one microflow, and all that it needs, as one file",
    usage: "<dir> <Module.Microflow> [-o <file.json>]",
    help: [["-o, --output <file.json>", "where to; standard output when left out"]],
    options: { output: { ...text, short: "o" } },
    positionals: { least: 2, most: 2 },
    load: () => import("./commands/export.ts"),
  },
  {
    name: "import",
    summary: "Put an exported microflow into a project",
    usage: "<file.json> --into <dir> [--rename]",
    help: [
      ["--into <dir>", "the project"],
      ["--rename", "give other names to what differs from what the project has"],
    ],
    options: { into: text, rename: flag },
    positionals: { least: 1, most: 1 },
    load: () => import("./commands/import.ts"),
  },
  {
    name: "new",
    summary: "Make a project folder",
    usage: "<dir> [--template tutorial|samples|blank]",
    help: [["--template <name>", "blank when left out"]],
    options: { template: text },
    positionals: { least: 1, most: 1 },
    load: () => import("./commands/new.ts"),
  },
  {
    name: "secrets",
    summary: "Set, list or remove secret values of this machine; change their key",
    usage: "list|set|remove|rotate <dir> [Module.Constant] [--configuration <name>]",
    help: [
      ["list", "which secrets have a value, for what and since when; never the values"],
      ["set", "take the value from standard input"],
      ["remove", "forget the value"],
      ["rotate", "encrypt with a new key, or with the first one of RIVULET_SECRET_KEY"],
      ["--configuration <name>", "the value for this configuration alone; it wins there"],
    ],
    options: { configuration: text },
    positionals: { least: 1, most: 3 },
    load: () => import("./commands/secrets.ts"),
  },
  {
    name: "people",
    summary: "Make a one-time link for somebody who cannot sign in",
    usage: "link <dir> [<name or address>]",
    help: [["link", "print it; without a name for the only administrator"]],
    options: {},
    positionals: { least: 1, most: 3 },
    load: () => import("./commands/people.ts"),
  },
  {
    name: "backup",
    summary: "Write a project and its database into one file",
    usage: "<dir> -o <file>",
    help: [["-o, --output <file>", "where to; a file that is there is not overwritten"]],
    options: { output: { ...text, short: "o" } },
    positionals: { least: 1, most: 1 },
    load: () => import("./commands/backup.ts"),
  },
  {
    name: "restore",
    summary: "Bring a backup back into an empty folder and an empty database",
    usage: "<file> --into <dir>",
    help: [["--into <dir>", "a folder that is empty or not there yet"]],
    options: { into: text },
    positionals: { least: 1, most: 1 },
    load: () => import("./commands/restore.ts"),
  },
  {
    name: "fmt",
    summary: "Write the files of a project in their canonical form",
    usage: "<dir> [--check]",
    help: [["--check", "change nothing; fail when a file is not in its canonical form"]],
    options: { check: flag },
    positionals: { least: 1, most: 1 },
    load: () => import("./commands/fmt.ts"),
  },
  {
    name: "schema",
    summary: "Print the JSON Schema of a kind of file",
    usage: "[document]",
    help: [],
    options: {},
    positionals: { least: 0, most: 1 },
    load: () => import("./commands/schema.ts"),
  },
];
