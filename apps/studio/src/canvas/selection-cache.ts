import type { Edge, Node } from "@xyflow/react";

/**
 * The selected version of nodes and edges, made once for each: selecting draws what was selected, and nothing gets a
 * new identity that did not change.
 */
export class SelectionCache<Item extends Node | Edge> {
  readonly #selected = new WeakMap<Item, Item>();

  /** The items, with those of the selection marked. */
  mark(items: readonly Item[], selection: ReadonlySet<string>): Item[] {
    return items.map((item) => (selection.has(item.id) ? this.#markOne(item) : item));
  }

  #markOne(item: Item): Item {
    const known = this.#selected.get(item);
    if (known) return known;
    const marked = { ...item, selected: true };
    this.#selected.set(item, marked);
    return marked;
  }
}
