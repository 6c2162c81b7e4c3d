import type { ProjectRecord } from "@rivulet/model";
import { outcomePlace } from "../edges/outcome-place.ts";
import { routePath } from "../flow-routing.ts";
import { type Box, routeBetween } from "../flow-sides.ts";
import { xmlText } from "./fitted-text.ts";
import { fonts, SvgText, usePen } from "./svg-text.tsx";

const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** A sequence flow or the line of a note. */
export function SvgFlow({ flow, from, to }: { flow: ProjectRecord; from: Box; to: Box }) {
  const { palette, measure } = usePen();
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
  const points = routeBetween(from, to);
  const outcomes = xmlText((flow.outcomes ?? []).join(", "));
  const place = outcomePlace(points);
  const width = measure(outcomes, fonts.outcome) + 16;
  return (
    <>
      <path
        d={routePath(points)}
        fill="none"
        stroke={flow.isErrorHandler ? palette.error : palette["border-strong"]}
        strokeWidth={1.6}
        strokeDasharray={flow.isErrorHandler ? "6 4" : undefined}
        markerEnd="url(#arrow)"
      />
      {outcomes !== "" && (
        <>
          <rect
            x={place.x - width / 2}
            y={place.y - 9}
            width={width}
            height={18}
            rx={9}
            fill={palette.surface}
            stroke={palette.border}
          />
          <SvgText
            text={outcomes}
            x={place.x}
            y={place.y}
            font={fonts.outcome}
            colour="text-secondary"
            width={width}
            anchor="middle"
          />
        </>
      )}
    </>
  );
}
