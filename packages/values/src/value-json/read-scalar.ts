import type { EnumerationType } from "../data-type.ts";
import type { AttributeType } from "../entity-shape.ts";
import { type ScalarKind, scalarFromJson } from "../scalar-json.ts";
import type { Value } from "../value.ts";
import { shownJson, type ValueFaults } from "./value-fault.ts";
import type { ValueModel } from "./value-model.ts";

/** A type that is neither object nor list. */
export type ScalarType =
  | AttributeType
  | EnumerationType
  | { readonly kind: Exclude<ScalarKind, "enumeration"> };

/** A piece of the JSON and where it stands. */
export interface PlacedJson {
  readonly json: unknown;
  readonly path: string;
}

const wholeNumber = "a whole number of 64 bits, as text when a JSON number does not hold it";

/** How types are described to whoever writes JSON. */
const forms: Record<ScalarKind, string> = {
  string: "a text",
  hashedString: "a text",
  enumeration: "a key as text",
  boolean: "true or false",
  integer: wholeNumber,
  long: wholeNumber,
  autoNumber: wholeNumber,
  decimal: 'a decimal number as text, like "12.50"',
  dateTime: 'a date and time like "2026-01-31T12:00:00.000Z"',
  binary: "bytes in base64",
};

const minimumInteger = -(2 ** 31);
const maximumInteger = 2 ** 31 - 1;

/** Reads values that are neither objects nor lists; `undefined` behind a fault. */
export class ScalarReader {
  readonly #model: ValueModel;
  readonly #faults: ValueFaults;

  constructor(model: ValueModel, faults: ValueFaults) {
    this.#model = model;
    this.#faults = faults;
  }

  read(type: ScalarType, { json, path }: PlacedJson): Value | undefined {
    const value = scalarFromJson(type.kind, json);
    if (value === undefined) {
      return this.#faults.add("wrong-value", path, `${shownJson(json)} should be ${forms[type.kind]}.`);
    }
    return type.kind === "enumeration" && value !== null ? this.#key(type, value, path) : value;
  }

  #key({ enumeration }: Pick<EnumerationType, "enumeration">, key: Value, path: string): Value | undefined {
    const keys = this.#model.enumeration(enumeration)?.values.map(({ name }) => name);
    if (!keys) return this.#faults.add("unknown-key", path, `There is no enumeration ${enumeration}.`);
    if (keys.some((known) => known === key)) return key;
    const known = keys.slice(0, 40).join(", ");
    return this.#faults.add(
      "unknown-key",
      path,
      `${shownJson(key)} is not a key of ${enumeration}: ${known}.`,
    );
  }

  /** Reads the value of an attribute, with the limits of its type (reference logic.md section 4). */
  readAttribute(type: AttributeType, { json, path }: PlacedJson): Value | undefined {
    const value = this.read(type, { json, path });
    const fault = value === undefined ? undefined : attributeFault(type, value);
    return fault === undefined ? value : this.#faults.add("wrong-value", path, `${shownJson(json)} ${fault}`);
  }
}

function attributeFault(type: AttributeType, value: Value): string | undefined {
  if (value === null) {
    return type.kind === "boolean"
      ? "should be true or false: a Boolean attribute is never empty."
      : undefined;
  }
  if (type.kind === "integer" && !(Number(value) >= minimumInteger && Number(value) <= maximumInteger)) {
    return "does not fit in an Integer (32 bits). An attribute of type Long holds it.";
  }
  if (type.kind !== "string" || type.maximumLength === undefined) return undefined;
  const { length } = value as string;
  if (length <= type.maximumLength) return undefined;
  return `has ${length} characters; the attribute holds ${type.maximumLength}.`;
}
