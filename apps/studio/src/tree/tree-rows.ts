import { matchText } from "../search/text-match.ts";

/** What a tree is made of: nodes that hold nodes of their own kind. */
export interface TreeNode<Node> {
  /** Unique in the tree. */
  readonly key: string;
  readonly label: string;
  readonly children: readonly Node[];
}

/** A row of the tree that can be seen, with what a screen reader says about its place. */
export interface TreeRow<Node> {
  readonly node: Node;
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
export interface Unfolding<Node> {
  readonly isExpanded: (node: Node) => boolean;
  /** With a query, only what it finds is shown, unfolded. */
  readonly query: string;
}

/** The node with what a query finds below it; `undefined` when there is nothing and it does not answer itself. */
function filtered<Node extends TreeNode<Node>>(node: Node, query: string): Node | undefined {
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
export function visibleRows<Node extends TreeNode<Node>>(
  tree: readonly Node[],
  { isExpanded, query }: Unfolding<Node>,
): readonly TreeRow<Node>[] {
  const isSearching = query.trim() !== "";
  const shown = isSearching ? tree.flatMap((node) => filtered(node, query) ?? []) : tree;
  const rows: TreeRow<Node>[] = [];
  const originals = new Map(isSearching ? allNodes(tree).map((node) => [node.key, node]) : []);
  const add = (nodes: readonly Node[], level: number, parent: string | undefined) => {
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

function allNodes<Node extends TreeNode<Node>>(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}
