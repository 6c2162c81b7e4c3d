import "./outline.css";
import type { WidgetDocument } from "@rivulet/model";
import { pageMessages } from "../../messages/page-messages.ts";
import { useRecord } from "../../project/use-project.tsx";
import { EmptyPane } from "../../shell/empty-pane.tsx";
import { isWidgetTarget, tabKey, type WidgetTarget } from "../../workspace/tabs.ts";
import { useActiveTarget } from "../../workspace/workspace.ts";
import { PageOutline } from "./page-outline.tsx";

function OutlineOf({ target }: { target: WidgetTarget }) {
  const document: WidgetDocument | undefined = useRecord(target.kind, target.id);
  return document ? <PageOutline document={document} tab={tabKey(target)} /> : null;
}

/** The widgets of the page, layout or snippet in front, as a tree. */
export function OutlinePane() {
  const target = useActiveTarget();
  if (!target || !isWidgetTarget(target)) return <EmptyPane text={pageMessages.outline.nothingOpen} />;
  return <OutlineOf key={target.id} target={target} />;
}
