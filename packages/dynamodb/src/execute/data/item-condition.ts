import type { AttributeJson, ItemJson } from "../codec/attribute-value.ts";

/** An expression may have 4 KB: so many attributes are compared and changed at once. */
export const mostCompared = 100;

/** Whether two values are the same to somebody who wrote them; sets have no order. */
function isSame(one: AttributeJson | undefined, other: AttributeJson | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The names of attributes that are not in both items with the same value. */
export function changedNames(before: ItemJson, after: ItemJson): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isSame(before[name], after[name]));
}

/** Names and values of an expression, with stand-ins: any name can be an attribute's. */
export class StandIns {
  readonly #names = new Map<string, string>();
  readonly values: Record<string, AttributeJson> = {};

  name(attribute: string): string {
    const known = this.#names.get(attribute) ?? `#a${this.#names.size}`;
    this.#names.set(attribute, known);
    return known;
  }

  value(json: AttributeJson): string {
    const name = `:v${Object.keys(this.values).length}`;
    this.values[name] = json;
    return name;
  }

  /** As a request takes them; without values there is no entry for them. */
  input(): {
    readonly ExpressionAttributeNames: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, AttributeJson>;
  } {
    const ExpressionAttributeNames = Object.fromEntries(
      [...this.#names].map(([attribute, name]) => [name, attribute]),
    );
    const hasValues = Object.keys(this.values).length > 0;
    return { ExpressionAttributeNames, ...(hasValues ? { ExpressionAttributeValues: this.values } : {}) };
  }
}

/**
 * The condition that an item is as somebody saw it. Those attributes come first that matter most: of an item with very
 * many, only as many can be compared as an expression may name.
 *
 * @param first the attributes that are about to change
 */
export function isAsSeen(seen: ItemJson, first: readonly string[], standIns: StandIns): string {
  const names = [...new Set([...first, ...Object.keys(seen)])].slice(0, mostCompared);
  return names
    .map((name) => {
      const value = seen[name];
      const standIn = standIns.name(name);
      return value ? `${standIn} = ${standIns.value(value)}` : `attribute_not_exists(${standIn})`;
    })
    .join(" AND ");
}
