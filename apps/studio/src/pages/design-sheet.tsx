import type { WidgetDocument } from "@rivulet/model";
import { widgetsIn } from "@rivulet/pages";
import { type KeyboardEventHandler, type RefObject, useEffect } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { workspace } from "../workspace/workspace.ts";
import { useDesign } from "./design-context.ts";
import { DesignWidget } from "./design-widget.tsx";
import { isWidgetDrag } from "./drag-widget.ts";
import type { usePageEvents } from "./use-page-events.ts";

interface DesignSheetProps {
  readonly page: WidgetDocument;
  readonly tab: string;
  /** Has the focus while widgets are selected. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: KeyboardEventHandler;
  readonly clipboard: ReturnType<typeof usePageEvents>["clipboard"];
}

/** The widgets of a page as a tree: it takes keys, what is dropped beside them, and clicks that select the page. */
export function DesignSheet({ page, tab, frame, onKeyDown, clipboard }: DesignSheetProps) {
  const index = useIndex();
  const { selection, isReadOnly, drop } = useDesign();
  const selected = selection.at(-1);
  useEffect(() => {
    if (selected !== undefined)
      document.getElementById(`design-${selected}`)?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <div
      ref={frame}
      role="tree"
      aria-multiselectable="true"
      tabIndex={0}
      aria-label={pageMessages.design(page.name)}
      aria-activedescendant={selected === undefined ? undefined : `design-${selected}`}
      className="rv-design-sheet"
      data-testid="page-design"
      onKeyDown={onKeyDown}
      // A click beside the widgets selects the page, as Escape does.
      onClick={() => workspace.getState().select(tab, [])}
      onDragOver={(event) => isWidgetDrag(event) && !isReadOnly && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        drop(event, page.id, "inside");
      }}
      {...clipboard}
    >
      {widgetsIn(page.id, index).map((widget) => (
        <DesignWidget key={widget.id} widget={widget} />
      ))}
    </div>
  );
}
