import {
  type Configuration,
  type ConstantRecord,
  errorAt,
  type JsonValue,
  type Problem,
  type ProjectIndex,
} from "@rivulet/model";
import { type QualifiedName, type Value, type ValueFromJsonResult, valueFromJson } from "@rivulet/values";
import type { SettingsSources } from "./settings-sources.ts";
import { valueFromText } from "./value-from-text.ts";

/** Name of the environment variable that gives a constant its value. */
export function environmentVariableOf(constant: QualifiedName): string {
  return `RIVULET_CONSTANT_${constant.replace(".", "_")}`;
}

/** A place where a value of a constant was found. */
interface FoundValue {
  /** For messages: `the option --constant`. */
  readonly where: string;
  readonly result: ValueFromJsonResult;
}

/** Finds the value of each constant: the first of the places that has one. */
export class ConstantResolver {
  readonly values = new Map<QualifiedName, Value>();
  readonly problems: Problem[] = [];
  readonly #index: ProjectIndex;
  readonly #sources: SettingsSources;
  readonly #configuration: Configuration;
  readonly #secrets: Readonly<Record<QualifiedName, JsonValue>>;

  constructor(index: ProjectIndex, sources: SettingsSources, configuration: Configuration) {
    this.#index = index;
    this.#sources = sources;
    this.#configuration = configuration;
    this.#secrets = this.#readSecrets();
  }

  #readSecrets(): Readonly<Record<QualifiedName, JsonValue>> {
    const result = this.#sources.secretValues?.(this.#configuration.name) ?? { values: {} };
    if ("values" in result) return result.values;
    this.problems.push(result.problem);
    return {};
  }

  resolveAll(): void {
    for (const { name, record } of this.#index.all("constant")) this.#resolve(name, record);
    for (const name of Object.keys(this.#sources.flags?.constants ?? {})) {
      if (!this.values.has(name)) this.#refuseUnknown(name, "the option --constant");
    }
    for (const name of Object.keys(this.#configuration.constants)) {
      if (!this.values.has(name)) this.#refuseUnknown(name, `the configuration ${this.#configuration.name}`);
    }
  }

  #refuseUnknown(name: QualifiedName, where: string): void {
    const message = `There is no constant ${name}, for which ${where} has a value. Write Module.Name, or take it out.`;
    this.problems.push(errorAt({ field: `constants.${name}` }, "unknown-constant", message));
  }

  #resolve(name: QualifiedName, record: ConstantRecord): void {
    this.#refuseSecretInProject(name, record);
    const found = this.#find(name, record);
    if (!found) this.values.set(name, null);
    else if ("value" in found.result) this.values.set(name, found.result.value);
    else {
      this.values.set(name, null);
      // The text of a fault shows the value, and that of a secret is shown to nobody.
      const reason = record.isSecret ? "" : ` ${found.result.faults[0]?.message ?? ""}`;
      const message = `The value of the constant ${name} from ${found.where} does not fit its type.${reason}`;
      this.problems.push(errorAt({ document: name, field: "value" }, "wrong-value", message));
    }
  }

  /** The places in their order (docs/guide/command-line.md): the first that has a value counts. */
  #find(name: QualifiedName, record: ConstantRecord): FoundValue | undefined {
    const { flags, environment } = this.#sources;
    const { dataType } = record;
    const index = this.#index;
    const flag = flags?.constants?.[name];
    if (flag !== undefined) {
      return { where: "the option --constant", result: valueFromText(flag, dataType, index) };
    }
    const variable = environmentVariableOf(name);
    const text = environment?.[variable];
    if (text !== undefined && text !== "") {
      return { where: `the environment variable ${variable}`, result: valueFromText(text, dataType, index) };
    }
    const stored = this.#secrets[name];
    if (stored !== undefined) {
      return {
        where: "the secrets of this machine",
        result: valueFromJson(stored, dataType, { model: index }),
      };
    }
    return record.isSecret ? undefined : this.#findInProject(name, record);
  }

  #findInProject(name: QualifiedName, { dataType, defaultValue }: ConstantRecord): FoundValue | undefined {
    const configured = this.#configuration.constants[name];
    const json = configured ?? defaultValue;
    if (json === undefined) return undefined;
    const where =
      configured === undefined ? "its default value" : `the configuration ${this.#configuration.name}`;
    return { where, result: valueFromJson(json, dataType, { model: this.#index }) };
  }

  #refuseSecretInProject(name: QualifiedName, { isSecret }: ConstantRecord): void {
    const configuration = this.#configuration;
    if (!isSecret || configuration.constants[name] === undefined) return;
    const message = `The configuration ${configuration.name} holds a value for the secret constant ${name}. Take it out of rivulet.json and give it as ${environmentVariableOf(name)}, or set it on this machine: rivulet secrets set.`;
    const place = { file: "rivulet.json", record: "project", field: `constants.${name}` };
    this.problems.push(errorAt(place, "secret-in-project", message));
  }
}
