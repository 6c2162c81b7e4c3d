import { isSampleKindOf, sampleAttributes } from "./shop-model.ts";

/** The types that generated variables and expressions have. */
export type SampleType =
  | { readonly kind: "Integer" | "Decimal" | "String" | "Boolean" | "State" }
  | { readonly kind: "object" | "list"; readonly entity: string };

/** A variable where a generated element stands. */
export interface SampleVariable {
  readonly name: string;
  readonly type: SampleType;
}

/** Hands out choices one after the other; when they run out, always the first possibility. */
export class Choices {
  readonly #choices: readonly number[];
  #next = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  /** A number from 0 to below `count`. */
  below(count: number): number {
    const choice = this.#choices[this.#next] ?? 0;
    this.#next += 1;
    return choice % count;
  }

  /** One of some possibilities; `undefined` when there are none. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : items[this.below(items.length)];
  }
}

/** The variables that exist at a place; a branch or a body begins with those of the place before it. */
export class SampleScope {
  readonly variables: readonly SampleVariable[];
  /** Whether `$currentIndex` exists. */
  readonly isInLoop: boolean;

  constructor(variables: readonly SampleVariable[] = [], isInLoop = false) {
    this.variables = variables;
    this.isInLoop = isInLoop;
  }

  with(...more: readonly SampleVariable[]): SampleScope {
    return new SampleScope([...this.variables, ...more], this.isInLoop);
  }

  insideLoop(iterator: SampleVariable): SampleScope {
    return new SampleScope([...this.variables, iterator], true);
  }

  ofKind(kind: SampleType["kind"]): readonly SampleVariable[] {
    return this.variables.filter(({ type }) => type.kind === kind);
  }

  /** Objects, or lists, that can stand for an entity. */
  ofEntity(kind: "object" | "list", entity: string): readonly SampleVariable[] {
    return this.variables.filter(({ type }) => type.kind === kind && isSampleKindOf(type.entity, entity));
  }
}

type ScalarKind = Exclude<SampleType["kind"], "object" | "list">;

/** Paths to attributes of a type: `$Order1/Number`. */
function attributePaths(kind: ScalarKind, scope: SampleScope): string[] {
  return scope.ofKind("object").flatMap(({ name, type }) => {
    const attributes = "entity" in type ? (sampleAttributes[type.entity] ?? []) : [];
    return attributes.filter((attribute) => attribute.type === kind).map((attribute) => `$${name}/${attribute.name}`);
  });
}

const smallIntegers = ["0", "1", "2", "3", "-2", "40"];
const largeIntegers = ["2147483647", "9007199254740991", "-9223372036854775808"];
const decimals = ["0.5", "1.21", "-3.25", "100.0", "12345678901234567890.123"];
const strings = ["''", "'a'", "'it''s'", "'a longer text'"];
const states = ["Shop.State.Open", "Shop.State.Closed", "Shop.State.Lost"];

/** Writes an expression of a type from what is in scope. Deep down only leaves are written. */
export class ExpressionWriter {
  readonly #choices: Choices;
  readonly #scope: SampleScope;

  constructor(choices: Choices, scope: SampleScope) {
    this.#choices = choices;
    this.#scope = scope;
  }

  write(type: SampleType, depth = 2): string {
    if (type.kind === "object" || type.kind === "list") return this.#reference(type);
    if (depth <= 0 || this.#choices.below(3) === 0) return this.#leaf(type.kind);
    return this.#compound(type.kind, depth - 1);
  }

  #reference({ kind, entity }: SampleType & { kind: "object" | "list" }): string {
    const variable = this.#choices.pick(this.#scope.ofEntity(kind, entity));
    return variable ? `$${variable.name}` : "empty";
  }

  #leaf(kind: ScalarKind): string {
    const isLarge = kind === "Integer" && this.#choices.below(12) === 11;
    const written = { Integer: isLarge ? largeIntegers : smallIntegers, Decimal: decimals, String: strings, Boolean: ["true", "false"], State: states };
    const variables = this.#scope.ofKind(kind).map(({ name }) => `$${name}`);
    const known = [...variables, ...attributePaths(kind, this.#scope)];
    if (kind === "Integer" && this.#scope.isInLoop) known.push("$currentIndex");
    const isWritten = known.length === 0 || this.#choices.below(3) === 0;
    return this.#choices.pick(isWritten ? written[kind] : known) ?? "empty";
  }

  #compound(kind: ScalarKind, depth: number): string {
    const of = (type: ScalarKind) => this.write({ kind: type }, depth);
    const branches = () => `if ${of("Boolean")} then ${of(kind)} else ${of(kind)}`;
    const list = this.#choices.pick(this.#scope.ofKind("list"));
    const forms: Readonly<Record<ScalarKind, readonly (() => string)[]>> = {
      Integer: [
        () => `(${of("Integer")} + ${of("Integer")})`,
        () => `(${of("Integer")} - ${of("Integer")})`,
        () => `(${of("Integer")} * ${of("Integer")})`,
        () => `(${of("Integer")} mod ${this.#choices.below(8) === 7 ? of("Integer") : "7"})`,
        () => `length(${of("String")})`,
        () => (list ? `length($${list.name})` : "1"),
        () => `(${branches()})`,
      ],
      Decimal: [
        () => `(${of("Decimal")} + ${of("Integer")})`,
        () => `(${of("Decimal")} * ${of("Decimal")})`,
        () => `(${of("Integer")} div ${this.#choices.below(8) === 7 ? of("Integer") : "8"})`,
        () => of("Integer"),
        () => `(${branches()})`,
      ],
      String: [
        () => `(${of("String")} + ${of("String")})`,
        () => `(${of("String")} + ${of("Integer")})`,
        () => `toUpperCase(${of("String")})`,
        () => `(${branches()})`,
      ],
      Boolean: [
        () => `(${of("Integer")} > ${of("Integer")})`,
        () => `(${of("Integer")} <= ${of("Decimal")})`,
        () => `(${of("String")} = ${of("String")})`,
        () => `(${this.#leaf("State")} != ${this.#leaf("State")})`,
        () => `(${of("Boolean")} and ${of("Boolean")})`,
        () => `(${of("Boolean")} or not(${of("Boolean")}))`,
        () => this.#emptyCheck(),
      ],
      State: [() => `(${branches()})`],
    };
    return (this.#choices.pick(forms[kind]) ?? (() => this.#leaf(kind)))();
  }

  #emptyCheck(): string {
    const paths = [
      ...this.#scope.variables.map(({ name }) => `$${name}`),
      ...attributePaths("Integer", this.#scope),
      ...attributePaths("String", this.#scope),
    ];
    const path = this.#choices.pick(paths);
    return path ? `(${path} ${this.#choices.below(2) === 0 ? "=" : "!="} empty)` : "true";
  }
}
