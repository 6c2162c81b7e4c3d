import { type DataType, dataTypeOfAttribute } from "@rivulet/values";
import { functionTable } from "../functions/function-table.ts";
import { formatSignature } from "../functions/signature-text.ts";
import { placeholderTable, variablePlaceholders } from "../placeholders/placeholder-table.ts";
import { type ExpressionType, formatExpressionType, isAssignable } from "../typed/expression-type.ts";
import { type ExpressionPlace, type ExpressionSurroundings, placeAt } from "./expression-place.ts";
import { matchRank } from "./match-rank.ts";

/** Something that can be written at the cursor. */
export interface Completion {
  /** What is shown, and matched against what is typed. */
  readonly label: string;
  /** What is written; the label when left out. */
  readonly insert?: string;
  /** A type, a caption. */
  readonly detail?: string;
  readonly kind:
    | "variable"
    | "attribute"
    | "association"
    | "enumeration"
    | "value"
    | "constant"
    | "function"
    | "token"
    | "text"
    | "keyword";
  /** Whether a value of it fits what is expected. */
  readonly fits: boolean;
}

/** What can be written, the best first; it replaces the text from `from` to the cursor. */
export interface CompletionList {
  readonly from: number;
  readonly options: readonly Completion[];
}

const lastName = (name: string) => name.slice(name.lastIndexOf(".") + 1);

class Options {
  readonly #around: ExpressionSurroundings;

  constructor(around: ExpressionSurroundings) {
    this.#around = around;
  }

  fits(type: ExpressionType): boolean {
    const { expected, scope } = this.#around;
    return type.kind !== "unknown" && expected.some((wanted) => isAssignable(type, wanted, scope.model));
  }

  *variables(): Generator<Completion> {
    for (const { name, type } of this.#around.scope.variables()) {
      const detail = formatExpressionType(type);
      yield { label: `$${name}`, detail, kind: "variable", fits: this.fits(type) };
    }
  }

  *members(entity: string | undefined): Generator<Completion> {
    const { model } = this.#around.scope;
    if (entity === undefined) return;
    for (const { name, type } of model.shape(entity)?.attributes ?? []) {
      const dataType = dataTypeOfAttribute(type);
      const detail = formatExpressionType(dataType);
      yield { label: name, detail, kind: "attribute", fits: this.fits(dataType) };
    }
    for (const { association, end } of model.associationsOf(entity)) {
      const other = end === "owner" ? association.target : association.owner;
      yield { label: association.name, detail: lastName(other), kind: "association", fits: false };
    }
  }

  *enumerations(): Generator<Completion> {
    for (const { name } of this.#around.scope.model.all("enumeration")) {
      const fits = this.fits({ kind: "enumeration", enumeration: name });
      yield { label: name, detail: "Enumeration", kind: "enumeration", fits };
    }
  }

  *values(enumeration: string): Generator<Completion> {
    const fits = this.fits({ kind: "enumeration", enumeration });
    for (const { name, caption } of this.#around.scope.model.enumeration(enumeration)?.values ?? []) {
      yield { label: name, detail: caption, kind: "value", fits };
    }
  }

  /** The values of an expected enumeration, written in full. */
  *expectedValues(): Generator<Completion> {
    for (const type of this.#around.expected) {
      if (type.kind !== "enumeration") continue;
      for (const value of this.values(type.enumeration)) {
        yield { ...value, insert: `${type.enumeration}.${value.label}` };
      }
    }
  }

  *constants(): Generator<Completion> {
    const { model } = this.#around.scope;
    for (const { name } of model.all("constant")) {
      const type = model.constant(name)?.dataType;
      const detail = type ? formatExpressionType(type) : "";
      yield { label: `@${name}`, detail, kind: "constant", fits: type !== undefined && this.fits(type) };
    }
  }

  *functions(): Generator<Completion> {
    for (const { name, signatures } of functionTable) {
      const [first] = signatures;
      if (!first) continue;
      const fits = signatures.some(({ result }) => this.fits({ kind: result }));
      const detail = formatSignature(name, first).slice(name.length);
      yield { label: name, insert: `${name}(`, detail, kind: "function", fits };
    }
  }

  *tokens(): Generator<Completion> {
    for (const { name, type } of placeholderTable) {
      const detail = formatExpressionType(type);
      yield { label: `[%${name}%]`, detail, kind: "token", fits: this.fits(type) };
    }
    for (const name of variablePlaceholders.keys())
      yield { label: `[%${name}%]`, kind: "token", fits: false };
  }

  *texts(): Generator<Completion> {
    for (const { text, detail } of this.#around.texts ?? [])
      yield { label: `'${text.replaceAll("'", "''")}'`, detail, kind: "text", fits: true };
  }

  *words(words: readonly string[], type?: DataType): Generator<Completion> {
    for (const label of words) yield { label, kind: "keyword", fits: type !== undefined && this.fits(type) };
  }
}

function optionsAt(place: ExpressionPlace, options: Options): Completion[] {
  switch (place.kind) {
    case "text":
      return place.name.startsWith("'") ? [...options.texts()] : [];
    case "variable":
      return [...options.variables()];
    case "member":
      return [...options.members(place.entity)];
    case "constant":
      return [...options.constants()];
    case "placeholder":
      return [...options.tokens()];
    case "qualifiedName":
      return [...options.enumerations()];
    case "operator":
      return [...options.words(["and", "or", "div", "mod", "then", "else"])];
    case "operand":
      return [
        ...options.texts(),
        ...options.variables(),
        ...options.expectedValues(),
        ...options.words(["true", "false"], { kind: "boolean" }),
        ...options.words(["empty", "if"]),
        ...options.functions(),
        ...options.enumerations(),
        ...options.constants(),
        ...options.tokens(),
      ];
  }
}

/** What is typed so far, as labels begin. */
function typedAt(place: ExpressionPlace): string {
  switch (place.kind) {
    case "variable":
      return `$${place.name}`;
    case "constant":
      return `@${place.name}`;
    case "placeholder":
      return `[%${place.name}`;
    case "member":
    case "qualifiedName":
    case "operand":
    case "text":
      return place.name;
    case "operator":
      return "";
  }
}

/** `Module.Enumeration.na`: the values of the enumeration, behind its dot. */
function valuesBehindDot(place: ExpressionPlace, around: ExpressionSurroundings): CompletionList | undefined {
  if (place.kind !== "qualifiedName") return undefined;
  const dot = place.name.lastIndexOf(".");
  const enumeration = place.name.slice(0, dot);
  if (!around.scope.model.enumeration(enumeration)) return undefined;
  const values = [...new Options(around).values(enumeration)];
  return { from: place.from + dot + 1, options: ranked(values, place.name.slice(dot + 1)) };
}

function ranked(options: readonly Completion[], typed: string): Completion[] {
  return options
    .map((option, order) => ({ option, order, rank: matchRank(typed, option.label, option.detail) }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (left, right) =>
        Number(right.option.fits) - Number(left.option.fits) ||
        right.rank - left.rank ||
        left.order - right.order,
    )
    .map(({ option }) => option);
}

/**
 * What can be written at a place of an expression: first what has an expected type, then what matches best. Qualified
 * names are found by their last part: `ENUM_Region` offers `AWSAuthentication.ENUM_Region`.
 *
 * @example completeExpression("$", 1, { scope, expected: [{ kind: "string" }] }).options
 */
export function completeExpression(text: string, at: number, around: ExpressionSurroundings): CompletionList {
  const place = placeAt(text, at, around.scope);
  const values = valuesBehindDot(place, around);
  if (values) return values;
  return { from: place.from, options: ranked(optionsAt(place, new Options(around)), typedAt(place)) };
}
