import { type ActivityDefinition, activityGroups, captionOf } from "@rivulet/activities";
import { Zap } from "lucide-react";
import { createElement, type ReactNode } from "react";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { iconOf } from "../activity-icon.tsx";
import type { ElementForm, Size } from "../geometry.ts";
import { formOf, loopHeaderHeight } from "../geometry.ts";
import type { PlacedElement } from "../placed-elements.ts";
import { doesOf, producedVariable, spokenName, subtitleOf } from "../subtitle.ts";
import { xmlText } from "./fitted-text.ts";
import type { ColourName } from "./palette.ts";
import { fonts, SvgText, usePen } from "./svg-text.tsx";

interface Parts extends Size {
  readonly element: PlacedElement["element"];
  readonly definition: ActivityDefinition | undefined;
}

function IconTile({
  definition,
  x,
  y,
  size,
}: { definition: ActivityDefinition | undefined } & Record<"x" | "y" | "size", number>) {
  const { palette } = usePen();
  const colour =
    palette[`kind-${definition ? activityGroups[definition.group].colour : "grey"}` as ColourName];
  const inner = Math.round(size * 0.55);
  return (
    <>
      <rect x={x} y={y} width={size} height={size} rx={8} fill={colour} fillOpacity={0.14} />
      {createElement(iconOf(definition), {
        x: x + (size - inner) / 2,
        y: y + (size - inner) / 2,
        size: inner,
        color: colour,
        strokeWidth: 1.9,
      })}
    </>
  );
}

function Chip({ text, y, width }: { text: string; y: number; width: number }) {
  const { palette, measure } = usePen();
  const inner = Math.min(measure(xmlText(text), fonts.chip), width - 36);
  return (
    <>
      <rect
        x={10.5}
        y={y + 0.5}
        width={inner + 15}
        height={17}
        rx={9}
        fill={palette.surface}
        stroke={palette.border}
      />
      <SvgText text={text} x={18} y={y + 9} font={fonts.chip} colour="text-secondary" width={inner + 1} />
    </>
  );
}

function Frame({ width, height, radius }: Size & { radius: number }) {
  const { palette } = usePen();
  return (
    <rect
      x={0.5}
      y={0.5}
      width={width - 1}
      height={height - 1}
      rx={radius}
      fill={palette["surface-raised"]}
      stroke={palette.border}
    />
  );
}

function Card({ element, definition, width, height }: Parts) {
  const variable = producedVariable(definition, element);
  const does = definition ? doesOf(definition, element) : canvasMessages.unknownActivity;
  const text = { x: 51, width: width - 61 } as const;
  return (
    <>
      <Frame width={width} height={height} radius={10} />
      <IconTile definition={definition} x={12} y={(height - 30) / 2} size={30} />
      <SvgText {...text} text={captionOf(definition, element)} y={22} font={fonts.caption} colour="text" />
      <SvgText {...text} text={does} y={39} font={fonts.code} colour="text-secondary" />
      {variable !== undefined && <Chip text={`$${variable}`} y={height + 4} width={width} />}
    </>
  );
}

function Parameter({ element, definition, width, height }: Parts) {
  const text = { x: 43, width: width - 53 } as const;
  return (
    <>
      <Frame width={width} height={height} radius={height / 2} />
      <IconTile definition={definition} x={12} y={(height - 22) / 2} size={22} />
      <SvgText
        {...text}
        text={`$${producedVariable(definition, element) ?? ""}`}
        y={14}
        font={fonts.code}
        colour="text"
      />
      <SvgText
        {...text}
        text={definition ? subtitleOf(definition, element) : ""}
        y={31}
        font={fonts.code}
        colour="text-secondary"
      />
    </>
  );
}

function Start({ width }: Parts) {
  const { palette } = usePen();
  const middle = width / 2;
  return (
    <circle
      cx={middle}
      cy={middle}
      r={middle - 1.5}
      fill={palette.surface}
      stroke={palette.success}
      strokeWidth={3}
    />
  );
}

function End({ element, definition, width }: Parts) {
  const { palette } = usePen();
  const middle = width / 2;
  const value = definition ? subtitleOf(definition, element) : "";
  return (
    <>
      <circle
        cx={middle}
        cy={middle}
        r={middle - 1.5}
        fill={palette.surface}
        stroke={palette.error}
        strokeWidth={3}
      />
      <circle cx={middle} cy={middle} r={(middle - 3) * 0.65} fill={palette.error} />
      <SvgText
        text={value}
        x={width + 10}
        y={middle}
        font={fonts.code}
        colour="text-secondary"
        width={labelWidth}
      />
    </>
  );
}

function ErrorEvent({ width }: Parts) {
  const { palette } = usePen();
  const middle = width / 2;
  return (
    <>
      <circle
        cx={middle}
        cy={middle}
        r={middle - 1}
        fill={palette.surface}
        stroke={palette.error}
        strokeWidth={2}
        strokeDasharray="4 3"
      />
      <Zap x={middle - 7.5} y={middle - 7.5} size={15} color={palette.error} strokeWidth={2.2} />
    </>
  );
}

/** The most that is written beside an end and above a decision. */
export const labelWidth = 190;

function Diamond({ size, inset, radius }: Record<"size" | "inset" | "radius", number>) {
  const { palette } = usePen();
  return (
    <rect
      x={inset}
      y={inset}
      width={size - 2 * inset}
      height={size - 2 * inset}
      rx={radius}
      transform={`rotate(45 ${size / 2} ${size / 2})`}
      fill={palette["surface-raised"]}
      stroke={palette["border-strong"]}
      strokeWidth={1.3}
    />
  );
}

function Decision({ element, definition, width }: Parts) {
  const question = element.caption ?? (definition ? subtitleOf(definition, element) : "");
  return (
    <>
      <Diamond size={width} inset={11} radius={8} />
      <SvgText
        text={question}
        x={width / 2}
        y={-11}
        font={fonts.code}
        colour="text-secondary"
        width={labelWidth}
        anchor="middle"
      />
    </>
  );
}

function Loop({ element, definition, width, height }: Parts) {
  const { palette } = usePen();
  return (
    <>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={14}
        fill={palette.surface}
        fillOpacity={0.72}
        stroke={palette["border-strong"]}
      />
      <path d={`M 1 ${loopHeaderHeight + 0.5} H ${width - 1}`} stroke={palette.border} />
      <IconTile definition={definition} x={11} y={8} size={22} />
      <SvgText
        text={definition ? subtitleOf(definition, element) : ""}
        x={41}
        y={19}
        font={fonts.code}
        colour="text-secondary"
        width={width - 52}
      />
    </>
  );
}

const noteLine = 18;

function Annotation({ element, definition, width, height }: Parts) {
  const { palette, measure } = usePen();
  const text = xmlText(definition ? subtitleOf(definition, element) : "");
  const lines = Math.max(1, Math.floor((height - 16) / noteLine));
  const words = text.split(/\s+/);
  const shown: string[] = [];
  for (const word of words) {
    const longer = [shown.at(-1), word].filter((part) => part !== undefined).join(" ");
    const fits = shown.length > 0 && measure(longer, fonts.note) <= width - 23;
    if (fits) shown[shown.length - 1] = longer;
    else if (shown.length < lines) shown.push(word);
    else {
      shown[shown.length - 1] = `${shown.at(-1) ?? ""}…`;
      break;
    }
  }
  return (
    <>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={6}
        fill={palette["warning-tint"]}
        stroke={palette.border}
      />
      <path d={`M 1.5 4 V ${height - 4}`} stroke={palette["kind-amber"]} strokeWidth={3} />
      {shown.map((line, at) => (
        <SvgText
          // Lines have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          text={line}
          x={13}
          y={17 + at * noteLine}
          font={fonts.note}
          colour="text"
          width={width - 22}
        />
      ))}
    </>
  );
}

const drawings: Readonly<Record<ElementForm, (parts: Parts) => ReactNode>> = {
  card: Card,
  parameter: Parameter,
  start: Start,
  end: End,
  errorEvent: ErrorEvent,
  decision: Decision,
  merge: ({ width }) => <Diamond size={width} inset={7} radius={5} />,
  loop: Loop,
  annotation: Annotation,
};

/** One element as the canvas draws it; its whole name is the title, which viewers show and screen readers say. */
export function SvgElement({
  placed,
  definition,
}: {
  placed: PlacedElement;
  definition: ActivityDefinition | undefined;
}) {
  const { element, box } = placed;
  const Draw = drawings[formOf(element.kind)];
  return (
    <g transform={`translate(${box.x} ${box.y})`} opacity={element.isDisabled ? 0.45 : undefined}>
      <title>{xmlText(spokenName(definition, element))}</title>
      <Draw element={element} definition={definition} width={box.width} height={box.height} />
    </g>
  );
}
