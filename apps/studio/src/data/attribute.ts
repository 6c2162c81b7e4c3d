/** A value of an item in DynamoDB's own JSON. Numbers are texts, so none of them passes through JavaScript's. */
export type AttributeJson =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeJson[] }
  | { readonly M: ItemJson }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] };

/** An item, a key or a map. */
export type ItemJson = { readonly [name: string]: AttributeJson };

/** The ten types, in the order in which they are offered. */
export const attributeTypes = ["S", "N", "BOOL", "NULL", "M", "L", "SS", "NS", "B", "BS"] as const;

/** One of {@link attributeTypes}. */
export type AttributeType = (typeof attributeTypes)[number];

/** The type of a value. */
export function typeOf(json: AttributeJson): AttributeType {
  return Object.keys(json)[0] as AttributeType;
}

/** What a value holds, whatever its type. */
export function contentOf(json: AttributeJson): unknown {
  return Object.values(json)[0];
}

/** An item with one attribute more, or another one; any name can be an attribute's. */
export function itemFrom(entries: Iterable<readonly [string, AttributeJson]>): ItemJson {
  return Object.fromEntries(entries);
}

/** An item with its key first and the rest by name: DynamoDB gives attributes in no order of anybody's. */
export function inOrder(item: ItemJson, key: readonly { readonly name: string }[]): ItemJson {
  const first = key.flatMap(({ name }) => (item[name] ? [name] : []));
  const rest = Object.keys(item).filter((name) => !first.includes(name));
  const names = [...first, ...rest.sort((one, other) => one.localeCompare(other))];
  return itemFrom(names.flatMap((name) => (item[name] ? [[name, item[name]] as const] : [])));
}

/** The names of attributes that are not the same in both items. */
export function changedNames(before: ItemJson, after: ItemJson): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What somebody changed of an item, done once more to the item as another has left it. */
export function changeAgain(
  { seen, wanted }: { readonly seen: ItemJson; readonly wanted: ItemJson },
  present: ItemJson,
): ItemJson {
  const again = new Map(Object.entries(present));
  for (const name of changedNames(seen, wanted)) {
    const value = wanted[name];
    if (value) again.set(name, value);
    else again.delete(name);
  }
  return itemFrom(again);
}
