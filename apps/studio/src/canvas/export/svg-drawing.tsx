import type { ActivityCatalog } from "@rivulet/activities";
import type { ProjectIndex, SequenceFlowRecord } from "@rivulet/model";
import { formOf } from "../geometry.ts";
import { type PlacedElement, placedElements } from "../placed-elements.ts";
import { flowLabel } from "../routing/flow-label.ts";
import { flowRoutes } from "../routing/flow-routes.ts";
import { type Box, boundsOf } from "../routing/flow-sides.ts";
import { subtitleOf } from "../subtitle.ts";
import { xmlText } from "./fitted-text.ts";
import type { ColourName, Palette } from "./palette.ts";
import { labelWidth, SvgElement } from "./svg-element.tsx";
import { SvgFlow, SvgNoteLine } from "./svg-flow.tsx";
import { fonts, type Pen, PenContext } from "./svg-text.tsx";

/** Space round the drawing. */
const margin = 40;
/** What hangs below a card: the variable that it makes. */
const chipSpace = 24;

/** The boxes of elements with what is written outside of them. */
function withLabels({ kind, element, box }: PlacedElement, { catalog, pen }: PictureParts): Box {
  const form = formOf(kind);
  if (form === "end") {
    const definition = catalog.find(kind);
    const text = definition ? subtitleOf(definition, element) : "";
    const width = Math.min(pen.measure(xmlText(text), fonts.code), labelWidth);
    return { ...box, width: box.width + 10 + width };
  }
  if (form === "card") return { ...box, height: box.height + chipSpace };
  if (form !== "decision") return box;
  const x = box.x + (box.width - labelWidth) / 2;
  return { x, y: box.y - chipSpace, width: labelWidth, height: box.height + chipSpace };
}

/** What a picture shows. */
export interface PictureParts {
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
  /** Id of the microflow. */
  readonly microflow: string;
  readonly pen: Pen;
  /** Rules for the fonts, with the fonts in them; left out, the viewer's own stand in. */
  readonly fontFaces?: string;
}

function ArrowHead({ colour, palette }: { colour: ColourName; palette: Palette }) {
  return (
    <marker
      id={`arrow-${colour}`}
      viewBox="0 0 10 10"
      refX={8.5}
      refY={5}
      markerWidth={9}
      markerHeight={9}
      orient="auto"
    >
      <path
        d="M 1 1.5 L 8.5 5 L 1 8.5"
        fill="none"
        stroke={palette[colour]}
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </marker>
  );
}

/**
 * A whole microflow as one SVG that needs nothing else: what the canvas draws, in its order, without what it only
 * shows for the moment. Loops lie lowest, then flows, then everything else.
 */
export function SvgDrawing(parts: PictureParts) {
  const { index, catalog, microflow, pen, fontFaces } = parts;
  const placed = placedElements(index, microflow);
  const boxes = new Map(placed.map(({ id, box }) => [id, box]));
  const bounds = boundsOf(placed.map((one) => withLabels(one, parts))) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [bounds.x - margin, bounds.y - margin];
  const size = { width: bounds.width + 2 * margin, height: bounds.height + 2 * margin };
  const record = index.records.get(microflow);
  const parents = new Set([microflow, ...placed.map(({ id }) => id)]);
  const element = (one: PlacedElement) => (
    <SvgElement key={one.id} placed={one} definition={catalog.find(one.kind)} />
  );
  const routes = flowRoutes(catalog, index, microflow);
  const sequenceFlow = (flow: SequenceFlowRecord) => {
    const route = routes.route(flow);
    const source = index.records.get(flow.from);
    const label = flowLabel(catalog, source?.type === "element" ? source : undefined, flow);
    const { isErrorHandler = false } = flow;
    return route && <SvgFlow key={flow.id} route={route} label={label} isErrorHandler={isErrorHandler} />;
  };
  return (
    <PenContext value={pen}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        {...size}
        viewBox={[x, y, size.width, size.height].join(" ")}
        role="img"
      >
        <title>{xmlText(record?.type === "microflow" ? record.name : "")}</title>
        {fontFaces !== undefined && <style>{fontFaces}</style>}
        <defs>
          <ArrowHead colour="border-strong" palette={pen.palette} />
          <ArrowHead colour="error" palette={pen.palette} />
        </defs>
        <rect x={x} y={y} {...size} fill={pen.palette.canvas} />
        {placed.filter(({ kind }) => formOf(kind) === "loop").map(element)}
        {[...parents]
          .flatMap((parent) => index.children(parent))
          .map((flow) => {
            if (flow.type === "sequenceFlow") return sequenceFlow(flow);
            if (flow.type !== "annotationFlow") return null;
            const from = boxes.get(flow.from);
            const to = boxes.get(flow.to);
            return from && to && <SvgNoteLine key={flow.id} from={from} to={to} />;
          })}
        {placed.filter(({ kind }) => formOf(kind) !== "loop").map(element)}
      </svg>
    </PenContext>
  );
}
