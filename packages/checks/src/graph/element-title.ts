import type { FlowNode } from "./flow-graph.ts";

/** How messages call an element: by its caption, else by what it is. */
export function elementTitle({ element, definition }: FlowNode): string {
  return `"${element.caption ?? definition?.label ?? element.kind}"`;
}

/** Names in a sentence: `a, b and c`. */
export function enumerate(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
