import { errorAt, type JsonValue, type Problem, type ProjectIndex } from "@rivulet/model";
import { formatDataType, type Value, valueFromJson } from "@rivulet/values";
import type { Program, ProgramParameter } from "../compile/program.ts";

/** What the caller of a microflow gave. */
export interface GivenArguments {
  /** As value JSON, by parameter name. */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /** Values that are trusted, by parameter name. */
  readonly values?: Readonly<Record<string, Value>>;
}

/** The value of each parameter in the order of the program, or all that is wrong with them. */
export type ArgumentsResult =
  | { readonly values: readonly Value[] }
  | { readonly problems: readonly Problem[] };

class ArgumentReader {
  readonly problems: Problem[] = [];
  readonly #program: Program;
  readonly #index: ProjectIndex;

  constructor(program: Program, index: ProjectIndex) {
    this.#program = program;
    this.#index = index;
  }

  #add(code: string, field: string, message: string): null {
    this.problems.push(errorAt({ document: this.#program.microflow, field }, code, message));
    return null;
  }

  /** An argument that belongs to no parameter is a slip that would otherwise go unseen. */
  refuseUnknown({ parameters = {}, values = {} }: GivenArguments): void {
    const known = this.#program.parameters.map(({ name }) => name);
    for (const name of [...Object.keys(parameters), ...Object.keys(values)]) {
      if (known.includes(name)) continue;
      const names = known.length === 0 ? "It has none." : `Its parameters: ${known.join(", ")}.`;
      const message = `${this.#program.microflow} has no parameter ${name}. ${names}`;
      this.#add("unknown-parameter", `parameters.${name}`, message);
    }
  }

  read(parameter: ProgramParameter, { parameters = {}, values = {} }: GivenArguments): Value {
    const { name, type, isRequired } = parameter;
    if (Object.hasOwn(values, name)) return values[name] ?? null;
    if (Object.hasOwn(parameters, name)) return this.#fromJson(parameter, parameters[name] ?? null);
    if (!isRequired) return null;
    const message = `${this.#program.microflow} needs a value for its parameter ${name} (${formatDataType(type)}).`;
    return this.#add("missing-parameter", `parameters.${name}`, message);
  }

  #fromJson({ name, type }: ProgramParameter, json: JsonValue): Value {
    const result = valueFromJson(json, type, { model: this.#index });
    if ("value" in result) return result.value;
    for (const { code, path, message } of result.faults) {
      const dot = path === "" || path.startsWith("[") ? "" : ".";
      this.#add(code, `parameters.${name}${dot}${path}`, `Parameter ${name}: ${message}`);
    }
    return null;
  }
}

/** Reads the arguments of a run before anything runs. */
export function readArguments(program: Program, index: ProjectIndex, given: GivenArguments): ArgumentsResult {
  const reader = new ArgumentReader(program, index);
  reader.refuseUnknown(given);
  const values = program.parameters.map((parameter) => reader.read(parameter, given));
  return reader.problems.length > 0 ? { problems: reader.problems } : { values };
}
