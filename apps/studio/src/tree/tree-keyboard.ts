import type { TreeNode, TreeRow } from "./tree-rows.ts";

/** A row, as far as keys need to know it. */
type Row = TreeRow<Pick<TreeNode<{ readonly key: string }>, "key" | "label" | "children">>;

/** What a key does in the tree. */
export type TreeMove =
  | { readonly kind: "focus"; readonly key: string }
  | { readonly kind: "expand"; readonly key: string; readonly isExpanded: boolean };

function focusAt(rows: readonly Row[], position: number): TreeMove | undefined {
  const row = rows[Math.max(0, Math.min(position, rows.length - 1))];
  return row && { kind: "focus", key: row.node.key };
}

function right({ node, isExpanded }: Row): TreeMove | undefined {
  const [child] = node.children;
  if (isExpanded === true && child) return { kind: "focus", key: child.key };
  return isExpanded === false ? { kind: "expand", key: node.key, isExpanded: true } : undefined;
}

function left({ node, isExpanded, parent }: Row): TreeMove | undefined {
  if (isExpanded === true) return { kind: "expand", key: node.key, isExpanded: false };
  return parent === undefined ? undefined : { kind: "focus", key: parent };
}

/** The next row whose label begins with a letter, round the end. */
function byLetter(rows: readonly Row[], at: number, letter: string): TreeMove | undefined {
  const order = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const row = order.find(({ node }) => node.label.toLowerCase().startsWith(letter.toLowerCase()));
  return row && { kind: "focus", key: row.node.key };
}

/**
 * Where a key leads in the tree (ARIA pattern: tree view); `undefined` when it means nothing there.
 *
 * @param focused key of the row with the focus
 */
export function treeMove(rows: readonly Row[], focused: string, pressed: string): TreeMove | undefined {
  const at = rows.findIndex(({ node }) => node.key === focused);
  const row = rows[at];
  if (!row) return focusAt(rows, 0);
  switch (pressed) {
    case "ArrowDown":
      return focusAt(rows, at + 1);
    case "ArrowUp":
      return focusAt(rows, at - 1);
    case "Home":
      return focusAt(rows, 0);
    case "End":
      return focusAt(rows, rows.length - 1);
    case "ArrowRight":
      return right(row);
    case "ArrowLeft":
      return left(row);
    default:
      return /^[\p{L}\p{N}_]$/u.test(pressed) ? byLetter(rows, at, pressed) : undefined;
  }
}
