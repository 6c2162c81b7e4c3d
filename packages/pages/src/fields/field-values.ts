import { type JsonValue, type PageAction, pageActionSchema } from "@rivulet/model";
import * as z from "zod/mini";
import type { TemplateArgument } from "../formats/template-argument.ts";
import {
  datePatternSchema,
  type NumberFormat,
  numberFormatSchema,
  valueFormatSchema,
} from "../formats/value-format.ts";
import type { WidgetFieldKind } from "./field.ts";

const name = z.string().check(z.maxLength(401));
const expression = z.string().check(z.maxLength(100_000));

/** A text in which `{1}` stands for the value of the first argument. */
export interface Template {
  readonly text: string;
  /** Expressions over `$currentObject` and the parameters of the page, each with a format or without. */
  readonly arguments: readonly TemplateArgument[];
}

/** Where the objects of a data widget come from. */
export type DataSource =
  | {
      readonly kind: "microflow";
      readonly microflow: string;
      /** An expression for each parameter, by its name. */
      readonly arguments: Readonly<Record<string, string>>;
    }
  /** From the object around the widget, over an association. */
  | { readonly kind: "association"; readonly association: string; readonly end: "owner" | "target" }
  /** An object that the page was opened with. */
  | { readonly kind: "parameter"; readonly parameter: string };

/** A picture that needs nothing from elsewhere: the application loads no image of other sites. */
export type Picture =
  | { readonly kind: "icon"; readonly icon: string }
  /** A file, as a `data:` address. */
  | { readonly kind: "file"; readonly data: string };

/** A snippet that is shown, with an expression for each of its parameters, by its name. */
export interface SnippetCall {
  readonly snippet: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** The longest `data:` address of a picture: a file of about 290 kB. */
export const maximumPictureLength = 400_000;

/** The pictures that can be kept. A browser runs no script of an SVG that an image element shows. */
const pictureData = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/;

/** The saved value of a field, by kind of field. */
export interface WidgetFieldValues {
  readonly text: string;
  readonly number: number;
  readonly choice: string;
  readonly boolean: boolean;
  readonly attribute: string;
  readonly condition: string;
  readonly template: Template;
  readonly dataSource: DataSource;
  readonly picture: Picture;
  readonly snippet: SnippetCall;
  readonly numberFormat: NumberFormat;
  readonly datePattern: string;
  readonly action: PageAction;
}

/** Schemas of the saved values: what a file may hold in a widget's `fields`. */
const widgetFieldSchemas = {
  text: z.string().check(z.maxLength(10_000)),
  number: z.int(),
  choice: z.string().check(z.maxLength(200)),
  boolean: z.boolean(),
  attribute: name,
  condition: expression,
  template: z.strictObject({
    text: z.string().check(z.maxLength(10_000)),
    arguments: z
      .array(z.union([expression, z.strictObject({ expression, format: valueFormatSchema })]))
      .check(z.maxLength(50)),
  }),
  dataSource: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("microflow"), microflow: name, arguments: z.record(name, expression) }),
    z.strictObject({ kind: z.literal("association"), association: name, end: z.enum(["owner", "target"]) }),
    z.strictObject({ kind: z.literal("parameter"), parameter: name }),
  ]),
  picture: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("icon"), icon: z.string().check(z.maxLength(100)) }),
    z.strictObject({
      kind: z.literal("file"),
      data: z.string().check(z.maxLength(maximumPictureLength), z.regex(pictureData)),
    }),
  ]),
  snippet: z.strictObject({ snippet: name, arguments: z.record(name, expression) }),
  numberFormat: numberFormatSchema,
  datePattern: datePatternSchema,
  action: pageActionSchema,
} as const satisfies Record<WidgetFieldKind, z.ZodMiniType>;

/**
 * Reads a saved field value: the value, or `undefined` when it is missing or of another form.
 *
 * @example readWidgetField("template", widget.fields["caption"])?.text
 */
export function readWidgetField<Kind extends WidgetFieldKind>(
  kind: Kind,
  json: JsonValue | undefined,
): WidgetFieldValues[Kind] | undefined {
  const result = widgetFieldSchemas[kind].safeParse(json);
  return result.success ? (result.data as WidgetFieldValues[Kind]) : undefined;
}
