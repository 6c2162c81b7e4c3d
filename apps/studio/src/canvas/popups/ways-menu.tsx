import { captionOf } from "@rivulet/activities";
import { MoveRight, Split, Zap } from "lucide-react";
import { tell } from "../../clipboard/system-clipboard.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { connectElements, waysBetween } from "../actions/connect-elements.ts";
import { ContextMenu, type MenuEntry } from "../context-menu.tsx";
import type { Drawing } from "../drawing.ts";
import type { FlowWay } from "../editing/flow-ways.ts";
import type { WaysRequest } from "./use-popup.ts";

const icons = { outcome: Split, error: Zap, ordinary: MoveRight } as const;

interface WaysMenuProps {
  readonly drawing: Drawing;
  readonly request: WaysRequest;
  readonly onClose: () => void;
}

/** Asks for what a flow is that was drawn from an element which leads on already: one of its outcomes, its errors. */
export function WaysMenu({ drawing, request, onClose }: WaysMenuProps) {
  const { at, ends } = request;
  const { project } = drawing;
  const target = project.record(ends.to);
  if (target?.type !== "element") return null;
  const caption = captionOf(project.catalog.find(target.kind), target);
  const entry = (way: FlowWay): MenuEntry => ({
    label: way.kind === "outcome" ? way.caption : canvasMessages.ways[way.kind],
    icon: icons[way.kind],
    beginsGroup: way.kind === "ordinary",
    run: () => tell(connectElements(drawing, ends, way)),
  });
  return (
    <ContextMenu
      title={canvasMessages.waysTo(caption)}
      at={at}
      entries={waysBetween(drawing, ends).map(entry)}
      onClose={onClose}
    />
  );
}
