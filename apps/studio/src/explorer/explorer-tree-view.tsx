import { ChevronRight, Lock } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { Highlight } from "../search/highlight.tsx";
import { treeMove } from "../tree/tree-keyboard.ts";
import type { TreeRow } from "../tree/tree-rows.ts";
import { activityDragType } from "../workspace/drag-activity.ts";
import { entityDragType } from "../workspace/drag-entity.ts";
import { microflowDragType } from "../workspace/drag-microflow.ts";
import { useExplorerActions } from "./explorer-actions.ts";
import { ExplorerIcon } from "./explorer-icon.tsx";
import type { ExplorerNode } from "./explorer-tree.ts";
import { type MenuPlace, NodeMenu } from "./node-menu.tsx";

interface ExplorerTreeViewProps {
  readonly rows: readonly TreeRow<ExplorerNode>[];
  readonly query: string;
  /** The row of the document in front. */
  readonly activeRow: string | undefined;
  readonly onUnfold: (key: string, isUnfolded: boolean) => void;
}

const isModified = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;

/** The rows of the explorer. One of them has the focus; keys move it, and act on its row. */
export function ExplorerTreeView({ rows, query, activeRow, onUnfold }: ExplorerTreeViewProps) {
  const tree = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const [menu, setMenu] = useState<MenuPlace>();
  const { open, rename, remove } = useExplorerActions();
  const isShown = (key: string | undefined) => rows.some(({ node }) => node.key === key);
  const focused = [chosen, activeRow].find(isShown) ?? rows[0]?.node.key ?? "";

  // At once: a moment later it would take the keyboard from a dialog that was opened meanwhile.
  const focus = (key: string) => {
    setChosen(key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };
  const toggle = ({ node, isExpanded }: TreeRow<ExplorerNode>) => {
    if (isExpanded !== undefined) onUnfold(node.key, !isExpanded);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find(({ node }) => node.key === focused);
    const move = isModified(event) ? undefined : treeMove(rows, focused, event.key);
    if (move?.kind === "focus") focus(move.key);
    else if (move?.kind === "expand") onUnfold(move.key, move.isExpanded);
    else if (!row || !actOn(row, event)) return;
    event.preventDefault();
  };
  const actOn = (row: TreeRow<ExplorerNode>, event: KeyboardEvent): boolean => {
    const { node } = row;
    if (event.key === "Enter" && !open(node)) toggle(row);
    else if (event.key === " ") toggle(row);
    else if (event.key === "F2") rename(node);
    else if (event.key === "Delete") remove(node);
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const box = event.target instanceof Element ? event.target.getBoundingClientRect() : undefined;
      setMenu({ node, x: (box?.left ?? 0) + 40, y: box?.bottom ?? 0 });
    }
    return ["Enter", " ", "F2", "Delete", "ContextMenu", "F10"].includes(event.key);
  };
  const showMenu = (event: MouseEvent, { node }: TreeRow<ExplorerNode>) => {
    event.preventDefault();
    setChosen(node.key);
    setMenu({ node, x: event.clientX, y: event.clientY });
  };
  const closeMenu = () => {
    setMenu(undefined);
    focus(focused);
  };
  return (
    <>
      <div ref={tree} className="rv-explorer-tree" role="tree" aria-label={explorerMessages.tree}>
        {rows.map((row) => (
          <RowView
            key={row.node.key}
            row={row}
            query={query}
            isFocused={row.node.key === focused}
            isActive={row.node.key === activeRow}
            onKeyDown={onKeyDown}
            onFocus={() => setChosen(row.node.key)}
            onToggle={() => toggle(row)}
            onOpen={() => open(row.node) || toggle(row)}
            onMenu={(event) => showMenu(event, row)}
          />
        ))}
      </div>
      {menu && <NodeMenu place={menu} onClose={closeMenu} />}
    </>
  );
}

/** What a row is dragged as: an activity, or a microflow to be called, onto a canvas; an entity onto a page. */
function draggedData(node: ExplorerNode): [type: string, data: string] | undefined {
  if (node.kind === "activity") return [activityDragType, node.activity.kind];
  if (node.kind === "document" && node.target.kind === "microflow") return [microflowDragType, node.path];
  return node.kind === "entity" ? [entityDragType, node.path] : undefined;
}

interface RowViewProps {
  readonly row: TreeRow<ExplorerNode>;
  readonly query: string;
  readonly isFocused: boolean;
  readonly isActive: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
  readonly onMenu: (event: MouseEvent) => void;
}

function RowView({
  row,
  query,
  isFocused,
  isActive,
  onKeyDown,
  onFocus,
  onToggle,
  onOpen,
  onMenu,
}: RowViewProps) {
  const { node, level, isExpanded, position, siblings } = row;
  const activity = node.kind === "activity" ? node.activity : undefined;
  const dragged = draggedData(node);
  return (
    <div
      className="rv-explorer-row"
      role="treeitem"
      tabIndex={isFocused ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isExpanded}
      aria-selected={isActive}
      title={activity?.summary}
      data-key={node.key}
      data-testid={`explorer-${node.path}`}
      style={{ paddingInlineStart: 6 + (level - 1) * 14 }}
      draggable={dragged !== undefined}
      onDragStart={(event) => {
        if (!dragged) return;
        event.dataTransfer.setData(...dragged);
        event.dataTransfer.effectAllowed = "copy";
      }}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onDoubleClick={onOpen}
      onContextMenu={onMenu}
    >
      <span className="rv-explorer-chevron" data-expanded={isExpanded} onClick={onToggle} aria-hidden="true">
        {isExpanded !== undefined && <ChevronRight size={13} />}
      </span>
      <span className="rv-explorer-icon">
        <ExplorerIcon node={node} isExpanded={isExpanded ?? false} />
      </span>
      <span className="rv-explorer-label">
        <Highlight text={node.label} query={query} />
      </span>
      {node.kind === "module" && node.isReadOnly && (
        <Lock className="rv-explorer-lock" size={12} aria-label={explorerMessages.readOnly} />
      )}
    </div>
  );
}
