import "./pages.css";
import { Button } from "@mantine/core";
import type { WidgetDocument } from "@rivulet/model";
import { widgetsIn, widgetsOfPage } from "@rivulet/pages";
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import type { WidgetTarget } from "../workspace/tabs.ts";
import { tabKey, useSelection, workspace } from "../workspace/workspace.ts";
import { type Design, DesignContext } from "./design-context.ts";
import { DesignSheet } from "./design-sheet.tsx";
import { addToFrontPage } from "./front-page.ts";
import { dataMicroflows } from "./live-data/data-microflows.ts";
import { LiveDataBar } from "./live-data/live-data-bar.tsx";
import { LivePage } from "./live-data/live-page.tsx";
import { useLiveData } from "./live-data/use-live-data.ts";
import { attachPage } from "./open-page.ts";
import { PageHead } from "./page-head.tsx";
import { selectedByClick } from "./selection/widget-selection.ts";
import { usePageEvents } from "./use-page-events.ts";
import { usePageProblems } from "./use-page-problems.ts";
import { useWalkKeys } from "./use-walk-keys.ts";
import { WidgetMenu, type WidgetMenuPlace } from "./widget-menu.tsx";
import { pageOf } from "./widget-place.ts";

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
          <DesignSheet page={page} tab={tab} frame={sheet} onKeyDown={onKeyDown} clipboard={clipboard} />
        </DesignContext>
      )}
      {widgets.length === 0 && !isReadOnly && !shown && <EmptyPage kind={page.type} />}
      {menu && <WidgetMenu place={menu} onClose={() => setMenu(undefined)} />}
    </div>
  );
}
