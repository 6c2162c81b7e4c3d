import type { WidgetRecord } from "@rivulet/model";
import type { AttributeShape } from "@rivulet/values";
import type { ContextObject, Surroundings } from "../surroundings.ts";
import type { InputJson } from "./parse-input.ts";

/** An input that the browser shows, and for which object. */
export interface ShownInput {
  readonly widget: WidgetRecord;
  readonly attribute: AttributeShape;
  readonly context: ContextObject;
  readonly around: Surroundings;
  readonly isEditable: boolean;
  /** The outermost data view around it: what is validated together. */
  readonly form: string | undefined;
}

/** What is wrong with what stands in an input. */
export interface InputFault {
  readonly message: string;
  /** What was put in, where it could not become a value; left out, the value stands in it. */
  readonly put?: InputJson;
}
