import { closestName } from "@rivulet/expressions";
import type { AttributeField } from "../fields/field.ts";
import type { WidgetCheck } from "./widget-check.ts";

/** How types of attributes are called in messages. */
const typeNames: Readonly<Record<AttributeField["accepts"][number], string>> = {
  string: "String",
  integer: "Integer",
  long: "Long",
  decimal: "Decimal",
  boolean: "Boolean",
  dateTime: "Date and time",
  binary: "Binary",
  autoNumber: "AutoNumber",
  hashedString: "Hashed string",
  enumeration: "Enumeration",
};

/** The attribute of an input: there is an object around, which has it, and the input can show its type. */
export function checkAttribute(
  attribute: string,
  { name: field, accepts }: AttributeField,
  check: WidgetCheck,
): void {
  const { index, context, widget } = check;
  if (context === undefined) {
    const message = `${widget.name} changes an object, and there is none around it. Put it into a data view or a list view.`;
    check.add({ code: "no-object-around", field, message });
    return;
  }
  const shape = index.shape(context);
  const found = shape?.attributesByName.get(attribute);
  const usable = (shape?.attributes ?? []).filter(({ type }) => accepts.includes(type.kind));
  if (shape && !found) {
    const names = usable.map(({ name }) => name);
    const closest = closestName(attribute, names);
    const wayOut = closest === undefined ? "Choose another one." : `Did you mean ${closest}?`;
    const message = `${context} has no attribute ${attribute}. ${wayOut}`;
    const fix = closest === undefined ? {} : { fix: { label: `Use ${closest}`, value: closest } };
    check.add({ code: "unknown-attribute", field, message, ...fix });
  } else if (found && !accepts.includes(found.type.kind)) {
    const wanted = accepts.map((kind) => typeNames[kind]).join(", ");
    const message = `${attribute} is of type ${typeNames[found.type.kind]}, and this widget shows ${wanted}. Choose another attribute, or another widget.`;
    check.add({ code: "wrong-attribute-type", field, message });
  }
}
