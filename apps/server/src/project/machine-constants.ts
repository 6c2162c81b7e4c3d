import type { ConstantRecord, JsonValue, Problem, ProjectIndex } from "@rivulet/model";
import { environmentVariableOf, readSecretValues, valueFromText, writeSecretValue } from "@rivulet/runtime";
import type { QualifiedName } from "@rivulet/values";

/** Where this machine keeps a value of a constant that wins over the project's. */
export type ConstantSource = "environment" | "secrets";

/** Types whose value is a text in JSON as well. */
const writtenAsText: ReadonlySet<ConstantRecord["dataType"]["kind"]> = new Set([
  "string",
  "enumeration",
  "decimal",
  "dateTime",
  "binary",
]);

/** The values of constants that this machine has: in the environment, and among its secrets. */
export class MachineConstants {
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;

  /** @param folder the project folder as a real path */
  constructor(folder: string, environment: Readonly<Record<string, string | undefined>>) {
    this.#folder = folder;
    this.#environment = environment;
  }

  /** Which constants have a value here, and where it comes from; never the value itself. */
  sources(index: ProjectIndex): Record<QualifiedName, ConstantSource> {
    const secrets = readSecretValues(this.#folder);
    const kept = "values" in secrets ? secrets.values : {};
    const sources: Record<QualifiedName, ConstantSource> = {};
    for (const { name } of index.all("constant")) {
      const fromEnvironment = this.#environment[environmentVariableOf(name)] ?? "";
      if (fromEnvironment !== "") sources[name] = "environment";
      else if (Object.hasOwn(kept, name)) sources[name] = "secrets";
    }
    return sources;
  }

  /** Keeps the value of a secret constant as it was written; an unfit one is refused without repeating it. */
  keep(
    name: QualifiedName,
    constant: ConstantRecord,
    { text, index }: { text: string | null; index: ProjectIndex },
  ):
    | { readonly kind: "kept" }
    | { readonly kind: "unfit" }
    | { readonly kind: "refused"; readonly problem: Problem } {
    const value = text === null ? undefined : jsonOf(text, constant, index);
    if (text !== null && value === undefined) return { kind: "unfit" };
    const problem = writeSecretValue(this.#folder, name, value);
    return problem ? { kind: "refused", problem } : { kind: "kept" };
  }
}

function jsonOf(text: string, { dataType }: ConstantRecord, index: ProjectIndex): JsonValue | undefined {
  const result = valueFromText(text, dataType, index);
  if ("faults" in result || result.value === null) return undefined;
  return writtenAsText.has(dataType.kind) ? text : (JSON.parse(text) as JsonValue);
}
