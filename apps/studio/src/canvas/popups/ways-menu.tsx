import { captionOf } from "@rivulet/activities";
import { MoveRight, Split, Zap } from "lucide-react";
import { tell } from "../../clipboard/system-clipboard.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { connectElements, waysBetween, waysFrom } from "../actions/connect-elements.ts";
import { ContextMenu, type MenuEntry } from "../context-menu.tsx";
import type { Drawing } from "../drawing.ts";
import type { FlowWay } from "../editing/flow-ways.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import type { WaysRequest } from "./use-popup.ts";

const icons = { outcome: Split, error: Zap, ordinary: MoveRight } as const;
const { ways: captions, waysTo, waysToNew } = canvasMessages;

/** What a flow that was drawn may be, and what then happens to it. */
interface Question {
  readonly title: string;
  readonly ways: readonly FlowWay[];
  /** What the ordinary way means here, where it is taken already. */
  readonly ordinary: string;
  readonly choose: (way: FlowWay) => void;
}

function questionOf({ drawing, view }: OpenCanvas, { from, to }: WaysRequest): Question | undefined {
  if (to.kind === "new")
    return {
      title: waysToNew,
      ways: waysFrom(drawing, from),
      ordinary: captions.between,
      choose: (way) =>
        view.openQuickAdd({ kind: "joined", flow: { element: from, side: "behind", way }, at: to.at }),
    };
  const caption = captionOfElement(drawing, to.element);
  const ends = { from, to: to.element };
  return caption === undefined
    ? undefined
    : {
        title: waysTo(caption),
        ways: waysBetween(drawing, ends),
        ordinary: captions.ordinary,
        choose: (way) => tell(connectElements(drawing, ends, way)),
      };
}

function captionOfElement({ project }: Drawing, id: string): string | undefined {
  const element = project.record(id);
  return element?.type === "element" ? captionOf(project.catalog.find(element.kind), element) : undefined;
}

interface WaysMenuProps {
  readonly canvas: OpenCanvas;
  readonly request: WaysRequest;
  readonly onClose: () => void;
}

/** Asks for what a flow is that was drawn from an element which leads on already: one of its outcomes, its errors. */
export function WaysMenu({ canvas, request, onClose }: WaysMenuProps) {
  const question = questionOf(canvas, request);
  if (!question) return null;
  const captionOfWay = (way: FlowWay) => {
    if (way.kind === "outcome") return way.caption;
    return way.kind === "error" ? captions.error : question.ordinary;
  };
  const entry = (way: FlowWay): MenuEntry => ({
    label: captionOfWay(way),
    icon: icons[way.kind],
    beginsGroup: way.kind === "ordinary",
    run: () => question.choose(way),
  });
  return (
    <ContextMenu
      title={question.title}
      at={request.at}
      entries={question.ways.map(entry)}
      onClose={onClose}
    />
  );
}
