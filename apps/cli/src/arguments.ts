import { readField } from "@rivulet/activities";
import { type JsonObject, type JsonValue, parseJson } from "@rivulet/model";
import type { LoadedProject } from "@rivulet/runtime";
import type { CommandLine } from "./command.ts";
import { UsageError } from "./exit-codes.ts";
import { readJsonFile } from "./read-json-file.ts";
import type { Terminal } from "./terminal.ts";
import { UnreadableError } from "./unreadable-error.ts";

/** `Name=text` in its two parts. */
export function splitAssignment(written: string, option: string): readonly [name: string, text: string] {
  const equals = written.indexOf("=");
  if (equals <= 0) throw new UsageError(`--${option} is written <name>=<value>, not "${written}".`);
  return [written.slice(0, equals), written.slice(equals + 1)];
}

/** The types of a microflow's parameters by name; empty for a microflow that does not exist. */
function parameterKinds({ index }: LoadedProject, microflow: string): ReadonlyMap<string, string> {
  const record = index.microflow(microflow);
  const kinds = new Map<string, string>();
  for (const child of record ? index.children(record.id) : []) {
    if (child.type !== "element" || child.kind !== "parameter") continue;
    const type = readField("dataType", child.fields["type"]);
    const name = readField("newVariable", child.fields["name"]);
    if (type && name !== undefined) kinds.set(name, type.kind);
  }
  return kinds;
}

/** Text types may be written bare; a text that is itself a JSON text is read as that. */
function argumentValue(text: string, kind: string | undefined, name: string): JsonValue {
  try {
    const json = parseJson(text);
    return kind === "string" && typeof json !== "string" && json !== null ? text : json;
  } catch {
    if (kind === "string" || kind === "enumeration" || kind === "dateTime" || kind === "decimal") return text;
    throw new UsageError(`The value of --param ${name} is not JSON: ${text.slice(0, 80)}`);
  }
}

function argumentFile(path: string, terminal: Terminal): JsonObject {
  const json = readJsonFile(path, terminal);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new UnreadableError(`${path} is no JSON object with a value for each parameter by its name.`);
  }
  return json as JsonObject;
}

/** The arguments of a run: the file first, then each `--param`. */
export function readArguments(
  line: CommandLine,
  terminal: Terminal,
  target: { readonly project: LoadedProject; readonly microflow: string },
): JsonObject {
  const file = line.text("params");
  const values: Record<string, JsonValue> = file === undefined ? {} : { ...argumentFile(file, terminal) };
  const kinds = parameterKinds(target.project, target.microflow);
  for (const written of line.texts("param")) {
    const [name, text] = splitAssignment(written, "param");
    values[name] = argumentValue(text, kinds.get(name), name);
  }
  return values;
}
