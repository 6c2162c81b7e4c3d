/** Something in the JSON of a value that is not as it should be. */
export interface ValueFault {
  readonly code:
    | "wrong-value"
    | "unknown-entity"
    | "unknown-member"
    | "unknown-key"
    | "unknown-id"
    | "duplicate-id"
    | "value-too-large";
  /** Where: `[3].Sales.Order_Customer.Name`; empty for the value as a whole. */
  readonly path: string;
  readonly message: string;
}

/** At most so many faults are told of one value. */
const maximumFaults = 100;

/** Collects what is wrong with one value. */
export class ValueFaults {
  readonly all: ValueFault[] = [];

  /** Takes a fault in; the result stands for the value that could not be read. */
  add(code: ValueFault["code"], path: string, message: string): undefined {
    if (this.all.length < maximumFaults) this.all.push({ code, path, message });
  }
}

/** A piece of JSON for a message: short, whatever it is. */
export function shownJson(json: unknown): string {
  if (Array.isArray(json)) return "A list";
  if (typeof json === "object" && json !== null) return "An object";
  const text = typeof json === "string" ? json.slice(0, 61) : json;
  const shown = JSON.stringify(text) ?? "Nothing";
  return shown.length <= 60 ? shown : `${shown.slice(0, 60)}…"`;
}
