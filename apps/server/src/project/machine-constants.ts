import type { ConstantRecord, Problem, ProjectIndex } from "@rivulet/model";
import {
  environmentVariableOf,
  type KeptSecrets,
  type SecretPlace,
  type SecretState,
  valueJsonFromText,
} from "@rivulet/runtime";
import type { QualifiedName } from "@rivulet/values";

/** Where this machine keeps a value of a constant that wins over the project's, in every configuration. */
export type ConstantSource = "environment" | "secrets";

/** What this machine has for the constants of a project; never the values. */
export interface ConstantSources {
  readonly sources: Readonly<Record<QualifiedName, ConstantSource>>;
  readonly secrets: readonly SecretState[];
  /** Why the secrets cannot be used; `null` when they can. */
  readonly problem: string | null;
}

/** The values of constants that this machine has: in the environment, and among its secrets. */
export class MachineConstants {
  readonly #secrets: KeptSecrets;
  readonly #environment: Readonly<Record<string, string | undefined>>;

  constructor(secrets: KeptSecrets, environment: Readonly<Record<string, string | undefined>>) {
    this.#secrets = secrets;
    this.#environment = environment;
  }

  /** Which constants have a value here, and where it comes from; never the value itself. */
  sources(index: ProjectIndex): ConstantSources {
    this.#secrets.follow(index, false);
    const result = this.#secrets.states();
    const states = "states" in result ? result.states : [];
    const secrets = states.filter(({ removedAt }) => removedAt === undefined);
    const forAll = new Set(
      secrets.filter(({ configuration }) => configuration === null).map(({ constant }) => constant),
    );
    const sources: Record<QualifiedName, ConstantSource> = {};
    for (const { name } of index.all("constant")) {
      const fromEnvironment = this.#environment[environmentVariableOf(name)] ?? "";
      if (fromEnvironment !== "") sources[name] = "environment";
      else if (forAll.has(name)) sources[name] = "secrets";
    }
    return { sources, secrets, problem: "problem" in result ? result.problem.message : null };
  }

  /** Keeps the value of a secret constant as it was written; an unfit one is refused without repeating it. */
  keep(
    place: SecretPlace,
    constant: ConstantRecord,
    { text, index }: { text: string; index: ProjectIndex },
  ):
    | { readonly kind: "kept" }
    | { readonly kind: "unfit" }
    | { readonly kind: "refused"; readonly problem: Problem } {
    const value = valueJsonFromText(text, constant.dataType, index);
    if (value === undefined) return { kind: "unfit" };
    const problem = this.#secrets.keep(place, value) ?? this.#secrets.follow(index, false);
    return problem ? { kind: "refused", problem } : { kind: "kept" };
  }

  /** Forgets a value; the reason comes back when it cannot. */
  forget(place: SecretPlace): Problem | undefined {
    return this.#secrets.forget(place);
  }
}
