import { captionOf } from "@rivulet/activities";
import { Plus } from "lucide-react";
import { tell } from "../../clipboard/system-clipboard.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { useIndex } from "../../project/use-project.tsx";
import { SearchDialog, type SearchResult } from "../../search/search-dialog.tsx";
import { searchItems } from "../../search/text-match.ts";
import { connectElements } from "../actions/connect-elements.ts";
import { ActivityIcon } from "../activity-icon.tsx";
import { connectionTargets } from "../connection-targets.ts";
import { freePlaceBehind } from "../free-place.ts";
import { joinElements, joinNew } from "../join-elements.ts";
import type { OpenCanvas } from "../open-canvas.ts";
import { subtitleOf } from "../subtitle.ts";
import type { ConnectRequest } from "./use-popup.ts";

/** Opens the list of activities for a free place behind an element: what is chosen is joined there. */
function joinNewTo(canvas: OpenCanvas, element: string, way: ConnectRequest["way"]): void {
  const at = freePlaceBehind(canvas.drawing, element);
  if (!way) return joinNew(canvas, { element, side: "behind" }, at);
  canvas.view.openQuickAdd({ kind: "joined", flow: { element, side: "behind", way }, at });
}

/** Draws a sequence flow without a mouse: the elements to which one can lead, to be found by their words. */
export function ConnectDialog(props: { canvas: OpenCanvas; request: ConnectRequest; onClose: () => void }) {
  const { canvas, request, onClose } = props;
  const { drawing } = canvas;
  const { from, way } = request;
  const { catalog } = drawing.project;
  // What can be reached changes with the drawing.
  useIndex();
  const source = drawing.project.record(from);
  if (source?.type !== "element") return null;
  const outcomes = catalog.find(source.kind)?.outcomes.kind;
  const isLeft = outcomes === "next" || outcomes === "byExpression";
  const somethingNew: SearchResult = {
    key: "new",
    label: canvasMessages.newActivity,
    group: canvasMessages.elements,
    icon: <Plus size={20} />,
    choose: () => joinNewTo(canvas, from, way),
  };
  const targets = connectionTargets(drawing, from).map((element): SearchResult => {
    const definition = catalog.find(element.kind);
    return {
      key: element.id,
      label: captionOf(definition, element),
      group: canvasMessages.elements,
      icon: <ActivityIcon definition={definition} size={20} />,
      detail: definition && subtitleOf(definition, element),
      choose: () => {
        const ends = { from, to: element.id };
        if (way) tell(connectElements(drawing, ends, way));
        else joinElements(canvas, ends);
      },
    };
  });
  const words = ({ label, detail }: SearchResult) => ({
    label,
    synonyms: detail === undefined ? [] : [detail],
  });
  return (
    <SearchDialog
      label={canvasMessages.connectTo(captionOf(catalog.find(source.kind), source), way)}
      emptyText={canvasMessages.nothingToConnect}
      search={(query) => searchItems(query, isLeft ? [...targets, somethingNew] : targets, words)}
      onClose={onClose}
    />
  );
}
