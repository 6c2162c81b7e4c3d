import "./pages.css";
import { Button, Tooltip } from "@mantine/core";
import type { PageRecord, WidgetDocument, WidgetRecord } from "@rivulet/model";
import { checkPage, widgetsIn, widgetsOfPage } from "@rivulet/pages";
import { ExternalLink, Plus } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import type { WidgetTarget } from "../workspace/tabs.ts";
import { tabKey, useSelection, workspace } from "../workspace/workspace.ts";
import { type Design, DesignContext, DesignWidget } from "./design-widget.tsx";
import { type DropSide, isWidgetDrag, widgetDragType, widgetKindDragType } from "./drag-widget.ts";
import { addWidget, deleteWidgets, moveWidget, stepWidget } from "./edit-page.ts";
import { addToFrontPage } from "./front-page.ts";
import type { WidgetPlace } from "./widget-place.ts";

/** Where a drop on a side of a widget goes. */
function placeBeside(widget: WidgetRecord, side: DropSide, siblings: readonly WidgetRecord[]): WidgetPlace {
  if (side === "inside") return { parent: widget.id };
  if (side === "before") return { parent: widget.parent, before: widget.id };
  const next = siblings[siblings.findIndex(({ id }) => id === widget.id) + 1];
  return { parent: widget.parent, before: next?.id };
}

/** What the tree of widgets does with drops and keys. */
function useDesignEdits(page: WidgetDocument, key: string, selected: string | undefined) {
  const project = useProject();
  const { select } = workspace.getState();
  const isReadOnly = project.isReadOnly(page.id);
  const take = (event: DragEvent, place: WidgetPlace) => {
    const kind = event.dataTransfer.getData(widgetKindDragType);
    const moved = event.dataTransfer.getData(widgetDragType);
    if (isReadOnly) return;
    if (kind !== "") {
      const id = addWidget(project, kind, place);
      if (id !== undefined) select(key, [id]);
    } else if (moved !== "") {
      moveWidget(project, moved, place);
      select(key, [moved]);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...widgetsOfPage(page.id, project.index)];
    const at = all.findIndex(({ id }) => id === selected);
    const goTo = (widget: { readonly id: string } | undefined) => widget && select(key, [widget.id]);
    const moves = event.altKey && selected !== undefined && !isReadOnly;
    const actions: Record<string, () => void> = {
      ArrowDown: () => (moves ? stepWidget(project, selected, "down") : goTo(all[at + 1])),
      ArrowUp: () => (moves ? stepWidget(project, selected, "up") : goTo(all[Math.max(at - 1, 0)])),
      ArrowLeft: () => goTo(all.find(({ id }) => id === all[at]?.parent)),
      ArrowRight: () => goTo(all.find(({ parent }) => parent === selected)),
      Enter: () => workspace.getState().showPane("properties"),
      Escape: () => select(key, []),
      Delete: () => {
        if (selected === undefined || isReadOnly) return;
        deleteWidgets(project.store, [selected]);
        select(key, []);
      },
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  };
  return { take, onKeyDown, isReadOnly };
}

function EmptyPage() {
  const project = useProject();
  return (
    <div className="rv-design-start">
      <p>{pageMessages.empty}</p>
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => addToFrontPage("text", project)}
        >
          {pageMessages.addText}
        </Button>
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => addToFrontPage("listView", project)}
        >
          {pageMessages.addList}
        </Button>
      </div>
    </div>
  );
}

/** What is under the name of the document that is designed. */
function subtitleOf(page: WidgetDocument): string {
  if (page.type !== "page") return pageMessages.kinds[page.type];
  const { layout } = page;
  return Object.hasOwn(pageMessages.layouts, layout)
    ? pageMessages.layouts[layout as keyof typeof pageMessages.layouts]
    : pageMessages.layoutOfPage(layout);
}

function OpenInApplication({ page }: { page: PageRecord }) {
  const index = useIndex();
  const needsObject = (page.parameters?.length ?? 0) > 0;
  const address = `/app/${index.qualifiedNameOf(page) ?? ""}`;
  return (
    <Tooltip label={needsObject ? pageMessages.notRunnable : address}>
      <Button
        component="a"
        href={address}
        target="rivulet-application"
        variant="default"
        leftSection={<ExternalLink size={14} />}
        {...(needsObject ? { "data-disabled": true } : {})}
        aria-disabled={needsObject}
        onClick={(event) => needsObject && event.preventDefault()}
        data-testid="open-in-app"
      >
        {pageMessages.openInApp}
      </Button>
    </Tooltip>
  );
}

function PageHead({ page }: { page: WidgetDocument }) {
  return (
    <header className="rv-design-head">
      <div>
        <h1>{page.type === "page" ? page.title : page.name}</h1>
        <p>{subtitleOf(page)}</p>
      </div>
      {page.type === "page" && <OpenInApplication page={page} />}
    </header>
  );
}

/** A page with its widgets as they will stand, to be selected, moved, and set in the properties. */
export function PageEditor({ target }: { target: WidgetTarget }) {
  const page = useRecord(target.kind, target.id);
  return page ? <PageDesign page={page} tab={tabKey(target)} /> : null;
}

function PageDesign({ page, tab }: { page: WidgetDocument; tab: string }) {
  const index = useIndex();
  const [selected] = useSelection(tab);
  const { take, onKeyDown, isReadOnly } = useDesignEdits(page, tab, selected);
  const tree = useRef<HTMLDivElement>(null);
  const widgets = widgetsIn(page.id, index);
  const faulty = useMemo(() => new Set(checkPage(page, index).map(({ record }) => record)), [page, index]);
  useEffect(() => {
    if (selected !== undefined)
      document.getElementById(`design-${selected}`)?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const design: Design = {
    selected,
    faulty,
    isReadOnly,
    select: (id) => {
      workspace.getState().select(tab, [id]);
      tree.current?.focus();
    },
    drop: (event, widget, side) => take(event, placeBeside(widget, side, widgetsIn(widget.parent, index))),
  };
  return (
    <div className="rv-design-page">
      <PageHead page={page} />
      <DesignContext value={design}>
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- a click beside the widgets selects the page, as Escape does. */}
        <div
          ref={tree}
          role="tree"
          tabIndex={0}
          aria-label={pageMessages.design(page.name)}
          aria-activedescendant={selected === undefined ? undefined : `design-${selected}`}
          className="rv-design-sheet"
          data-testid="page-design"
          onKeyDown={onKeyDown}
          onClick={() => workspace.getState().select(tab, [])}
          onDragOver={(event) => isWidgetDrag(event) && !isReadOnly && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take(event, { parent: page.id });
          }}
        >
          {widgets.map((widget) => (
            <DesignWidget key={widget.id} widget={widget} />
          ))}
        </div>
      </DesignContext>
      {widgets.length === 0 && !isReadOnly && <EmptyPage />}
    </div>
  );
}
