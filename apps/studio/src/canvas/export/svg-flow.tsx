import type { ProjectRecord } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { outcomePlace } from "../edges/outcome-place.ts";
import { routePath } from "../flow-routing.ts";
import { type Box, routeBetween } from "../flow-sides.ts";
import type { Point } from "../geometry.ts";
import { xmlText } from "./fitted-text.ts";
import type { ColourName } from "./palette.ts";
import { fonts, SvgText, usePen } from "./svg-text.tsx";

const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function Pill({ text, at, colour }: { text: string; at: Point; colour: ColourName }) {
  const { palette, measure } = usePen();
  const width = measure(text, fonts.outcome) + 16;
  return (
    <>
      <rect
        x={at.x - width / 2}
        y={at.y - 9}
        width={width}
        height={18}
        rx={9}
        fill={palette.surface}
        stroke={palette.border}
      />
      <SvgText
        text={text}
        x={at.x}
        y={at.y}
        font={fonts.outcome}
        colour={colour}
        width={width}
        anchor="middle"
      />
    </>
  );
}

/** A sequence flow or the line of a note. */
export function SvgFlow({
  flow,
  from,
  to,
  outcomeLabel,
}: {
  flow: ProjectRecord;
  from: Box;
  to: Box;
  /** What an outcome of the element is called that the flow leaves. */
  outcomeLabel: (outcome: string) => string;
}) {
  const { palette } = usePen();
  if (flow.type === "annotationFlow") {
    const [start, end] = [middleOf(from), middleOf(to)];
    return (
      <path
        d={`M ${start.x} ${start.y} L ${end.x} ${end.y}`}
        fill="none"
        stroke={palette["border-strong"]}
        strokeDasharray="2 4"
      />
    );
  }
  if (flow.type !== "sequenceFlow") return null;
  const points = routeBetween(from, to, flow);
  const colour = flow.isErrorHandler ? "error" : "border-strong";
  const label = flow.isErrorHandler
    ? canvasMessages.onError
    : (flow.outcomes ?? []).map((outcome) => outcomeLabel(outcome)).join(", ");
  return (
    <>
      <path
        d={routePath(points)}
        fill="none"
        stroke={palette[colour]}
        strokeWidth={1.6}
        strokeDasharray={flow.isErrorHandler ? "6 4" : undefined}
        markerEnd={`url(#arrow-${colour})`}
      />
      {label !== "" && (
        <Pill
          text={xmlText(label)}
          at={outcomePlace(points)}
          colour={flow.isErrorHandler ? "error" : "text-secondary"}
        />
      )}
    </>
  );
}
