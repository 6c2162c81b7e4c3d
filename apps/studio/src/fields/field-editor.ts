import type { FieldKind, FieldOf, FieldValues } from "@rivulet/activities";
import type { ComponentType } from "react";

/** What a field's editor is given. `value` is `undefined` while nothing was chosen, or something of another form. */
export interface FieldEditorProps<Kind extends FieldKind> {
  readonly field: FieldOf<Kind>;
  readonly value: FieldValues[Kind] | undefined;
  readonly onChange: (value: FieldValues[Kind] | undefined) => void;
}

/** The editor of a kind of field. */
export type FieldEditor<Kind extends FieldKind> = ComponentType<FieldEditorProps<Kind>>;
