import "./pages.css";
import { Button, Tooltip } from "@mantine/core";
import type { PageRecord, WidgetDocument } from "@rivulet/model";
import { widgetsIn, widgetsOfPage } from "@rivulet/pages";
import { Database, ExternalLink, Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { liveDataMessages } from "../messages/live-data-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import type { WidgetTarget } from "../workspace/tabs.ts";
import { tabKey, useSelection, workspace } from "../workspace/workspace.ts";
import { type Design, DesignContext, DesignWidget } from "./design-widget.tsx";
import { isWidgetDrag } from "./drag-widget.ts";
import { addToFrontPage } from "./front-page.ts";
import { dataMicroflows } from "./live-data/data-microflows.ts";
import { LiveDataBar } from "./live-data/live-data-bar.tsx";
import { LivePage } from "./live-data/live-page.tsx";
import { useLiveData } from "./live-data/use-live-data.ts";
import { attachPage } from "./open-page.ts";
import { selectedByClick } from "./selection/widget-selection.ts";
import { usePageEvents } from "./use-page-events.ts";
import { usePageProblems } from "./use-page-problems.ts";
import { WidgetMenu, type WidgetMenuPlace } from "./widget-menu.tsx";
import { pageOf } from "./widget-place.ts";

/** The keys that walk over the widgets, with Shift so that more are selected; what changes them is in the table of commands. */
function useWalkKeys(page: WidgetDocument, key: string, selection: readonly string[]) {
  const project = useProject();
  const { select } = workspace.getState();
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...widgetsOfPage(page.id, project.index)];
    const selected = selection.at(-1);
    const at = all.findIndex(({ id }) => id === selected);
    const goTo = (widget: { readonly id: string } | undefined) => {
      const order = all.map(({ id }) => id);
      if (widget) select(key, selectedByClick(selection, widget.id, { keys: event, order }));
    };
    const actions: Record<string, () => void> = {
      ArrowDown: () => goTo(all[at + 1]),
      ArrowUp: () => goTo(all[Math.max(at - 1, 0)]),
      ArrowLeft: () => goTo(all.find(({ id }) => id === all[at]?.parent)),
      ArrowRight: () => goTo(all.find(({ parent }) => parent === selected)),
      Escape: () => select(key, []),
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  };
}

function EmptyPage({ kind }: { kind: WidgetDocument["type"] }) {
  const project = useProject();
  return (
    <div className="rv-design-start">
      <p>{pageMessages.empty[kind]}</p>
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

interface LiveToggle {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** Shows what the data sources give, or not: off until somebody asks. */
function LiveDataButton({ page, live }: { page: PageRecord; live: LiveToggle }) {
  const needsObject = (page.parameters?.length ?? 0) > 0;
  return (
    <Tooltip label={needsObject ? liveDataMessages.needsObject : liveDataMessages.hint}>
      <Button
        variant={live.isOn ? "light" : "default"}
        leftSection={<Database size={14} />}
        aria-pressed={live.isOn}
        {...(needsObject ? { "data-disabled": true } : {})}
        aria-disabled={needsObject}
        onClick={() => !needsObject && live.toggle()}
        data-testid="live-data"
      >
        {liveDataMessages.toggle}
      </Button>
    </Tooltip>
  );
}

function PageHead({ page, live }: { page: WidgetDocument; live: LiveToggle }) {
  return (
    <header className="rv-design-head">
      <div>
        <h1>{page.type === "page" ? page.title : page.name}</h1>
        <p>{subtitleOf(page)}</p>
      </div>
      {page.type === "page" && (
        <div className="rv-design-actions">
          <LiveDataButton page={page} live={live} />
          <OpenInApplication page={page} />
        </div>
      )}
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
  const selection = useSelection(tab);
  const selected = selection.at(-1);
  const { actions, drop, clipboard, isReadOnly } = usePageEvents(page, tab);
  const onKeyDown = useWalkKeys(page, tab, selection);
  const [menu, setMenu] = useState<WidgetMenuPlace>();
  const sheet = useRef<HTMLDivElement>(null);
  const widgets = widgetsIn(page.id, index);
  const problems = usePageProblems(page);
  const [isLive, setLive] = useState(false);
  const liveData = useLiveData(index.qualifiedNameOf(page));
  const toggleLive = () => {
    liveData.cancel();
    setLive(!isLive);
  };
  useEffect(() => attachPage(actions), [actions]);
  useEffect(() => {
    if (selected !== undefined)
      document.getElementById(`design-${selected}`)?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const select = (ids: readonly string[]) => {
    workspace.getState().select(tab, ids);
    sheet.current?.focus();
  };
  const design: Design = {
    selection,
    problems,
    isReadOnly,
    select: (id, keys) => {
      const order = [...widgetsOfPage(page.id, index)].map((widget) => widget.id);
      select(selectedByClick(selection, id, { keys, order }));
    },
    showMenu: (event, id) => {
      event.preventDefault();
      select(selection.includes(id) ? selection : [id]);
      setMenu({ x: event.clientX, y: event.clientY });
    },
    drop,
  };
  const sources = dataMicroflows(page, index);
  const shown = isLive && liveData.data.kind === "shown" ? liveData.data.view : undefined;
  // What stands in a snippet belongs to it, and not to this page.
  const selectShown = (id: string) => pageOf(id, index.records) === page && select([id]);
  return (
    <div className="rv-design-page">
      <PageHead page={page} live={{ isOn: isLive, toggle: toggleLive }} />
      {isLive && (
        <LiveDataBar
          data={liveData.data}
          microflows={sources}
          onRun={(userRole) => void liveData.run(userRole)}
          onCancel={liveData.cancel}
        />
      )}
      {shown ? (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the widgets work beside the frame, too.
        <div ref={sheet} tabIndex={-1} className="rv-live-frame" onKeyDown={onKeyDown} {...clipboard}>
          <LivePage page={shown} selected={selected} onSelect={selectShown} />
        </div>
      ) : (
        <DesignContext value={design}>
          {/* A click beside the widgets selects the page, as Escape does. */}
          <div
            ref={sheet}
            role="tree"
            aria-multiselectable="true"
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
              drop(event, page.id, "inside");
            }}
            {...clipboard}
          >
            {widgets.map((widget) => (
              <DesignWidget key={widget.id} widget={widget} />
            ))}
          </div>
        </DesignContext>
      )}
      {widgets.length === 0 && !isReadOnly && !shown && <EmptyPage kind={page.type} />}
      {menu && <WidgetMenu place={menu} onClose={() => setMenu(undefined)} />}
    </div>
  );
}
