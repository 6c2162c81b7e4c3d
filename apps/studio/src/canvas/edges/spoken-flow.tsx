import { captionOf } from "@rivulet/activities";
import type { RecordOf } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { useProject, useRecord } from "../../project/use-project.tsx";
import { flowLabel } from "../routing/flow-label.ts";

/** What a screen reader says of a selected flow: the canvas has the focus and names it as what the keys mean. */
export function SpokenFlow({ flow }: { readonly flow: RecordOf<"sequenceFlow" | "annotationFlow"> }) {
  const { catalog } = useProject();
  const from = useRecord("element", flow.from);
  const to = useRecord("element", flow.to);
  if (!from || !to) return null;
  const [source, target] = [from, to].map((element) => captionOf(catalog.find(element.kind), element));
  const name =
    flow.type === "sequenceFlow"
      ? canvasMessages.sequenceFlow(source, target, flowLabel(catalog, from, flow)?.text)
      : canvasMessages.lineOfNote(source, target);
  return <g id={`rv-node-${flow.id}`} role="img" aria-label={name} />;
}
