import type { ProjectIndex, WidgetDocument, WidgetRecord } from "@rivulet/model";
import { widgetsIn } from "@rivulet/pages";
import type { TreeNode } from "../../tree/tree-rows.ts";

/** A row of the outline: the document at its root, or a widget. Its key is the id of the record. */
export interface OutlineNode extends TreeNode<OutlineNode> {
  /** Left out for the document itself. */
  readonly widget?: WidgetRecord;
}

function widgetNodes(parent: string, index: ProjectIndex): OutlineNode[] {
  return widgetsIn(parent, index).map((widget) => ({
    key: widget.id,
    label: widget.name,
    children: widgetNodes(widget.id, index),
    widget,
  }));
}

/** The widgets of a page, layout or snippet as a tree, with the document as its root. */
export function outlineOf(document: WidgetDocument, index: ProjectIndex): OutlineNode {
  return { key: document.id, label: document.name, children: widgetNodes(document.id, index) };
}

/** The keys of what is around a widget in the outline. */
export function holdersOf(id: string, index: ProjectIndex): readonly string[] {
  const record = index.records.get(id);
  return record?.type === "widget" ? [record.parent, ...holdersOf(record.parent, index)] : [];
}
