import type { CSSProperties } from "react";
import type { TemplateWidget } from "./template-widgets.ts";

/** How often the row of a list is drawn, so that it looks like one. */
const drawnRows = 3;

function spanOf({ kind, fields }: TemplateWidget): CSSProperties | undefined {
  return kind === "gridColumn" ? { gridColumn: `span ${Number(fields["desktop"])}` } : undefined;
}

function Strokes({ widgets }: { widgets: readonly TemplateWidget[] }) {
  return widgets.map((widget, position) => {
    const inside = widget.widgets ?? [];
    const rows = widget.kind === "listView" ? Array.from({ length: drawnRows }, (_none, row) => row) : [0];
    return (
      <i
        // What is drawn has no other name, and never changes.
        // oxlint-disable-next-line react/no-array-index-key
        key={position}
        data-kind={widget.kind}
        data-look={String(widget.fields["look"] ?? widget.fields["render"] ?? widget.fields["size"] ?? "")}
        style={spanOf(widget)}
      >
        {inside.length > 0 &&
          rows.map((row) => (
            <i key={row} data-kind="inside">
              <Strokes widgets={inside} />
            </i>
          ))}
      </i>
    );
  });
}

/** What a template looks like: its own widgets in a few strokes. */
export function TemplatePreview({ widgets }: { widgets: readonly TemplateWidget[] }) {
  return (
    <span className="rv-template-preview" aria-hidden="true">
      <Strokes widgets={widgets} />
    </span>
  );
}
