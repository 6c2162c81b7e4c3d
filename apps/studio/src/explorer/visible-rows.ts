import { matchText } from "../search/text-match.ts";
import type { ExplorerNode } from "./explorer-tree.ts";

/** A row of the tree that can be seen, with what a screen reader says about its place. */
export interface ExplorerRow {
  readonly node: ExplorerNode;
  /** From 1. */
  readonly level: number;
  /** `undefined` when there is nothing below it. */
  readonly isExpanded: boolean | undefined;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  readonly parent: string | undefined;
}

/** Which rows are unfolded. */
export interface Unfolding {
  readonly isExpanded: (node: ExplorerNode) => boolean;
  /** With a query, only what it finds is shown, unfolded. */
  readonly query: string;
}

/** The node with what a query finds below it; `undefined` when there is nothing and it does not answer itself. */
function filtered(node: ExplorerNode, query: string): ExplorerNode | undefined {
  const children = node.children.flatMap((child) => filtered(child, query) ?? []);
  if (children.length > 0) return { ...node, children };
  // A module or folder that is found by its own name can still be unfolded.
  return matchText(query, node.label) ? node : undefined;
}

/**
 * The rows that can be seen, from top to bottom.
 *
 * @example visibleRows(tree, { isExpanded: ({ kind }) => kind === "module", query: "" })
 */
export function visibleRows(
  tree: readonly ExplorerNode[],
  { isExpanded, query }: Unfolding,
): readonly ExplorerRow[] {
  const isSearching = query.trim() !== "";
  const shown = isSearching ? tree.flatMap((node) => filtered(node, query) ?? []) : tree;
  const rows: ExplorerRow[] = [];
  const originals = new Map(isSearching ? allNodes(tree).map((node) => [node.key, node]) : []);
  const add = (nodes: readonly ExplorerNode[], level: number, parent: string | undefined) => {
    for (const [index, node] of nodes.entries()) {
      const hasChildren = node.children.length > 0;
      const isOpen = isExpanded(node) || (isSearching && originals.get(node.key) !== node);
      rows.push({
        node,
        level,
        isExpanded: hasChildren ? isOpen : undefined,
        position: index + 1,
        siblings: nodes.length,
        parent,
      });
      if (hasChildren && isOpen) add(node.children, level + 1, node.key);
    }
  };
  add(shown, 1, undefined);
  return rows;
}

function allNodes(nodes: readonly ExplorerNode[]): ExplorerNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}
