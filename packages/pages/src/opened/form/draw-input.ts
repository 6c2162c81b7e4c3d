import type { WidgetRecord } from "@rivulet/model";
import { readWidgetField } from "../../fields/field-values.ts";
import type { InputView } from "../../view/inputs.ts";
import { attributeOf } from "../../widget-scope.ts";
import type { DrawingParts, DrawnIn } from "../drawing-parts.ts";
import { PageFailure } from "../page-failure.ts";
import type { PagePorts } from "../page-ports.ts";
import { widgetKey } from "../widget-key.ts";
import { inputView } from "./input-view.ts";
import type { ShownInput } from "./shown-input.ts";

function allowsEditing({ fields }: WidgetRecord, { around }: DrawnIn, { expressions }: PagePorts): boolean {
  if (fields["editable"] === "never") return false;
  if (fields["editable"] !== "conditionally") return true;
  const condition = readWidgetField("condition", fields["editableWhen"]) ?? "false";
  return expressions.evaluate(condition, around, { kind: "boolean" }) === true;
}

/**
 * Draws an input, and notes that it can be typed into; none where whoever looks may not see its attribute.
 *
 * @throws {PageFailure} for one that has nothing to show
 */
export function drawInput(
  widget: WidgetRecord,
  on: DrawnIn,
  { ports, shown, faults }: DrawingParts,
): InputView | undefined {
  const { context } = on.around;
  const name = attributeOf(widget) ?? "";
  const attribute = context?.object.shape.attributesByName.get(name);
  if (!context || !attribute || on.object === undefined)
    throw new PageFailure(`${widget.name} has no object to show, or its attribute is gone.`);
  const entity = context.object.shape.name;
  if (!ports.access.mayRead(entity, name)) return undefined;
  const isEditable =
    on.isEditable &&
    attribute.type.kind !== "autoNumber" &&
    ports.access.mayWrite(entity, name) &&
    allowsEditing(widget, on, ports);
  const input: ShownInput = { widget, attribute, context, around: on.around, isEditable, form: on.form };
  const key = widgetKey(widget.id, on.object);
  shown.inputs.set(key, input);
  return inputView(input, { object: on.object, fault: faults.get(key), ports });
}
