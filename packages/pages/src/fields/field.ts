import type { AttributeType } from "@rivulet/values";

/** What every field of a widget has. */
interface FieldBase {
  /** Key in the saved widget's `fields`. */
  readonly name: string;
  readonly label: string;
  readonly documentation: string;
  readonly isRequired: boolean;
  /** The field counts, and is shown, only while another field has this value. */
  readonly visibleWhen?: { readonly field: string; readonly is: string };
  /** The field counts, and is shown, only while the attribute of the widget has one of these types. */
  readonly visibleFor?: readonly AttributeType["kind"][];
}

/** A text that everybody sees as it is. */
export interface TextField extends FieldBase {
  readonly kind: "text";
  readonly initialValue?: string;
}

/** A whole number. */
export interface NumberField extends FieldBase {
  readonly kind: "number";
  readonly minimum: number;
  readonly maximum: number;
  readonly initialValue?: number;
}

/** Yes or no. */
export interface BooleanField extends FieldBase {
  readonly kind: "boolean";
  readonly initialValue: boolean;
}

/** An attribute of the object around the widget. Value: its name. */
export interface AttributeField extends FieldBase {
  readonly kind: "attribute";
  readonly accepts: readonly AttributeType["kind"][];
}

/** A condition: a Boolean expression. Value: its text. */
export interface ConditionField extends FieldBase {
  readonly kind: "condition";
  /** Whether `$value` stands for what was put in, of the type of the widget's attribute. */
  readonly seesValue: boolean;
}

/** One of a fixed set. */
export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly initialValue: string;
}

/** A text with values in it. Value: {@link Template}. */
export interface TemplateField extends FieldBase {
  readonly kind: "template";
  readonly initialValue: string;
}

/** Where the objects of a data widget come from. Value: {@link DataSource}. */
export interface DataSourceField extends FieldBase {
  readonly kind: "dataSource";
  /** Whether the widget shows one object or many. */
  readonly gives: "object" | "list";
}

/** What a click does. Value: `PageAction`. */
export interface ActionField extends FieldBase {
  readonly kind: "action";
}

/** An icon, or a picture that the project keeps. Value: {@link Picture}. */
export interface PictureField extends FieldBase {
  readonly kind: "picture";
}

/** A snippet with what it is given. Value: {@link SnippetCall}. */
export interface SnippetField extends FieldBase {
  readonly kind: "snippet";
}

/** How numbers are written. Value: `NumberFormat`. */
export interface NumberFormatField extends FieldBase {
  readonly kind: "numberFormat";
}

/** A pattern by which moments are written and typed. Value: its text. */
export interface DatePatternField extends FieldBase {
  readonly kind: "datePattern";
}

/** A field of a widget: what its properties, checks and the running page need to know. */
export type WidgetField =
  | TextField
  | NumberField
  | ChoiceField
  | BooleanField
  | AttributeField
  | ConditionField
  | TemplateField
  | DataSourceField
  | PictureField
  | SnippetField
  | NumberFormatField
  | DatePatternField
  | ActionField;

/** The kinds of fields. Drawing, checking and showing them are exhaustive tables over this type. */
export type WidgetFieldKind = WidgetField["kind"];

/** The field of a kind. */
export type WidgetFieldOf<Kind extends WidgetFieldKind> = Extract<WidgetField, { readonly kind: Kind }>;
