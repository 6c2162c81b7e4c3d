import { Stack } from "@mantine/core";
import type { JsonValue, WidgetDocument, WidgetRecord } from "@rivulet/model";
import {
  checkPage,
  contextEntity,
  findWidget,
  isFieldVisible,
  scopeOf,
  shownAttribute,
  valueVariable,
  type WidgetField,
  type WidgetFieldKind,
} from "@rivulet/pages";
import { type ComponentType, useMemo } from "react";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { renameWidget, setWidgetField, widgetNameFault } from "./edit-page.ts";
import { type WidgetFieldEditorProps, widgetFieldEditors } from "./widget-field-editors.tsx";
import { type WidgetForm, WidgetFormContext } from "./widget-form-context.ts";
import { pageOf } from "./widget-place.ts";

function useForm(widget: WidgetRecord, page: WidgetDocument): WidgetForm {
  const project = useProject();
  const index = useIndex();
  return useMemo(() => {
    const context = contextEntity(widget, page, index);
    const attribute = shownAttribute(widget, context, index);
    return {
      page,
      widget,
      index,
      context,
      attribute,
      isReadOnly: project.isReadOnly(page.id),
      scope: scopeOf({ page, context }, index),
      valueScope: scopeOf({ page, context, more: attribute ? [valueVariable(attribute)] : [] }, index),
      findings: checkPage(page, index).filter(({ record }) => record === widget.id),
    };
  }, [widget, page, index, project]);
}

function FieldOf({ widget, field }: { widget: WidgetRecord; field: WidgetField }) {
  const { store } = useProject();
  // The table pairs kind and editor; only the compiler cannot follow that.
  const Editor = widgetFieldEditors[field.kind] as ComponentType<WidgetFieldEditorProps<WidgetFieldKind>>;
  return (
    <Editor
      field={field}
      value={widget.fields[field.name]}
      onChange={(value) => setWidgetField(store, widget, { field, value: value as JsonValue | undefined })}
    />
  );
}

function WidgetFields({ widget, page }: { widget: WidgetRecord; page: WidgetDocument }) {
  const { store } = useProject();
  const form = useForm(widget, page);
  return (
    <WidgetFormContext value={form}>
      <Stack gap="md">
        {findWidget(widget.kind)
          ?.fields.filter((field: WidgetField) =>
            isFieldVisible(field, { ...widget, attribute: form.attribute }),
          )
          .map((field) => (
            <FieldOf key={field.name} widget={widget} field={field} />
          ))}
        <DraftTextInput
          label={pageMessages.name}
          description={pageMessages.nameHint}
          value={widget.name}
          readOnly={form.isReadOnly}
          data-testid="field-name"
          faultOf={(name) => widgetNameFault(form.index, widget, name)}
          onCommit={(name) => renameWidget(store, widget, name)}
        />
      </Stack>
    </WidgetFormContext>
  );
}

/** The fields of a widget, drawn from its definition; a change counts at once. */
export function WidgetProperties({ widget }: { widget: WidgetRecord }) {
  const index = useIndex();
  const page = pageOf(widget.id, index.records);
  return page ? <WidgetFields widget={widget} page={page} /> : null;
}
