import type { WidgetRecord } from "@rivulet/model";
import type { AttributeShape } from "@rivulet/values";
import type { WidgetField } from "./field.ts";

/**
 * Whether a field counts and is shown: one that depends on another field does so while that has its value, one that is for
 * some types does so while the attribute that the widget shows is of one of them.
 */
export function isFieldVisible(
  { visibleWhen, visibleFor }: WidgetField,
  { fields, attribute }: Pick<WidgetRecord, "fields"> & { readonly attribute: AttributeShape | undefined },
): boolean {
  if (visibleWhen !== undefined && fields[visibleWhen.field] !== visibleWhen.is) return false;
  return visibleFor === undefined || (attribute !== undefined && visibleFor.includes(attribute.type.kind));
}
