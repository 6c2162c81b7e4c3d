import type { WidgetRecord } from "@rivulet/model";
import { readWidgetField } from "../../fields/field-values.ts";
import type { NumberFormat } from "../../formats/value-format.ts";

/** How an input writes and reads its values, where it does so in its own way. */
export interface InputFormats {
  readonly format: NumberFormat | undefined;
  readonly pattern: string | undefined;
}

/** The formats that an input has. */
export function formatsOfInput({ fields }: WidgetRecord): InputFormats {
  return {
    format: readWidgetField("numberFormat", fields["format"]),
    pattern: fields["shows"] === "pattern" ? readWidgetField("datePattern", fields["pattern"]) : undefined,
  };
}
