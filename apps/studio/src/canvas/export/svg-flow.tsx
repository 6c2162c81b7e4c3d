import type { Point } from "../geometry.ts";
import type { FlowLabel } from "../routing/flow-label.ts";
import type { FlowRoute } from "../routing/flow-routes.ts";
import { routePath } from "../routing/flow-routing.ts";
import type { Box } from "../routing/flow-sides.ts";
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

/** The dotted line between a note and what it is about. */
export function SvgNoteLine({ from, to }: { readonly from: Box; readonly to: Box }) {
  const { palette } = usePen();
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

/** A sequence flow with what stands on it. */
export function SvgFlow({
  route,
  label,
  isErrorHandler,
}: {
  readonly route: FlowRoute;
  readonly label: FlowLabel | undefined;
  readonly isErrorHandler: boolean;
}) {
  const { palette } = usePen();
  const colour = isErrorHandler ? "error" : "border-strong";
  return (
    <>
      <path
        d={routePath(route.points)}
        fill="none"
        stroke={palette[colour]}
        strokeWidth={1.6}
        strokeDasharray={isErrorHandler ? "6 4" : undefined}
        markerEnd={`url(#arrow-${colour})`}
      />
      {label && route.label && label.kind !== "missingOutcome" && (
        <Pill
          text={xmlText(label.text)}
          at={route.label}
          colour={isErrorHandler ? "error" : "text-secondary"}
        />
      )}
    </>
  );
}
