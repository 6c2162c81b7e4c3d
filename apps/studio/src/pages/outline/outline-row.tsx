import type { WidgetDocument } from "@rivulet/model";
import { findWidget } from "@rivulet/pages";
import { ChevronRight, TriangleAlert } from "lucide-react";
import { type DragEvent, type MouseEvent, useState } from "react";
import { pageMessages } from "../../messages/page-messages.ts";
import { shellMessages } from "../../messages/shell-messages.ts";
import { editorIcons } from "../../shell/icons.ts";
import type { TreeRow } from "../../tree/tree-rows.ts";
import { workspace } from "../../workspace/workspace.ts";
import { type DropSide, dropSide, isWidgetDrag, widgetDragType } from "../drag-widget.ts";
import { WidgetIcon } from "../widget-icon.tsx";
import type { OutlineNode } from "./outline-tree.ts";

interface OutlineRowProps {
  readonly id: string;
  readonly row: TreeRow<OutlineNode>;
  readonly document: WidgetDocument;
  readonly isSelected: boolean;
  /** What is wrong with it, as a sentence. */
  readonly problem: string | undefined;
  readonly isReadOnly: boolean;
  readonly onSelect: (event: MouseEvent) => void;
  readonly onFold: () => void;
  readonly onMenu: (event: MouseEvent) => void;
  readonly onDrop: (event: DragEvent, key: string, side: DropSide) => void;
}

/** Where a drop on a row would go; on the document there is only inside. */
function sideAt(event: DragEvent<HTMLElement>, { widget }: OutlineNode): DropSide {
  return widget ? dropSide(event, findWidget(widget.kind)?.holdsWidgets ?? false) : "inside";
}

function RowIcon({ node, document }: { node: OutlineNode; document: WidgetDocument }) {
  const Icon = editorIcons[document.type];
  if (!node.widget) return <Icon size={15} aria-hidden="true" />;
  return <WidgetIcon definition={findWidget(node.widget.kind)} size={18} />;
}

/** One widget of the outline, or the document at its root. */
export function OutlineRow(props: OutlineRowProps) {
  const { id, row, document, isSelected, problem, isReadOnly, onSelect, onFold, onMenu, onDrop } = props;
  const { node, level, isExpanded, position, siblings } = row;
  const [side, setSide] = useState<DropSide>();
  const kind = node.widget
    ? (findWidget(node.widget.kind)?.label ?? node.widget.kind)
    : shellMessages.editorNouns[document.type];
  return (
    // The keys of all rows are those of the tree around them.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      className="rv-outline-row"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isExpanded}
      aria-selected={isSelected}
      data-testid={`outline-${node.label}`}
      data-drop={side}
      style={{ paddingInlineStart: 6 + (level - 1) * 14 }}
      draggable={node.widget !== undefined && !isReadOnly}
      onClick={onSelect}
      onDoubleClick={() => workspace.getState().showPane("properties")}
      onContextMenu={onMenu}
      onDragStart={(event) => {
        event.dataTransfer.setData(widgetDragType, node.key);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (isReadOnly || !isWidgetDrag(event)) return;
        event.preventDefault();
        setSide(sideAt(event, node));
      }}
      onDragLeave={() => setSide(undefined)}
      onDrop={(event) => {
        event.preventDefault();
        setSide(undefined);
        onDrop(event, node.key, sideAt(event, node));
      }}
    >
      <span
        className="rv-outline-chevron"
        data-expanded={isExpanded}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (isExpanded !== undefined) onFold();
        }}
      >
        {isExpanded !== undefined && <ChevronRight size={13} />}
      </span>
      <RowIcon node={node} document={document} />
      <span className="rv-outline-name">{node.label}</span>
      <span className="rv-outline-kind">{kind}</span>
      {problem !== undefined && (
        <TriangleAlert
          className="rv-outline-problem"
          size={13}
          role="img"
          aria-label={pageMessages.outline.faulty(problem)}
        >
          <title>{problem}</title>
        </TriangleAlert>
      )}
    </div>
  );
}
