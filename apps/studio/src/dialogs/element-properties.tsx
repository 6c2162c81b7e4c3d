import { Checkbox, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { ElementRecord, JsonValue } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { useMemo } from "react";
import { changeErrorHandling } from "../canvas/actions/handle-errors.ts";
import { changeFields } from "../fields/draft-element.ts";
import { ElementForm } from "../fields/element-form.tsx";
import { ElementFormProvider } from "../fields/element-form-context.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { elementFormState } from "./element-form-state.ts";
import { ElementSummary } from "./element-summary.tsx";
import { saveElement } from "./save-element.ts";

/** How the absence of an error handling is called in the list. */
const handedOn = "rollback";

/** What happens when the element fails. */
function ErrorHandlingField({ element }: { element: ElementRecord }) {
  const project = useProject();
  const allowed = project.catalog.find(element.kind)?.errorHandling ?? [];
  if (allowed.length === 0) return null;
  const value = element.errorHandling ?? handedOn;
  return (
    <Select
      label={dialogMessages.errorHandling}
      description={dialogMessages.errorHandlingHints[value]}
      data={([handedOn, ...allowed] as const).map((each) => ({
        value: each,
        label: dialogMessages.errorHandlingOf[each],
      }))}
      value={value}
      disabled={project.isReadOnly(element.id)}
      data-testid="field-errorHandling"
      onChange={(chosen) =>
        changeErrorHandling(
          project,
          element.id,
          allowed.find((each) => each === chosen),
        )
      }
    />
  );
}

/** Caption, note and whether it runs: what every element has besides its fields. */
function CommonFields({ element }: { element: ElementRecord }) {
  const project = useProject();
  const definition = project.catalog.find(element.kind);
  const isReadOnly = project.isReadOnly(element.id);
  const change = (key: "caption" | "documentation", value: string) =>
    project.store.transact(
      dialogMessages.steps[key],
      (transaction) => transaction.update("element", element.id, { [key]: value === "" ? undefined : value }),
      { mergeKey: `${element.id}.${key}` },
    );
  return (
    <>
      <TextInput
        label={dialogMessages.caption}
        placeholder={definition?.label ?? element.kind}
        value={element.caption ?? ""}
        readOnly={isReadOnly}
        data-testid="field-caption"
        onChange={(event) => change("caption", event.currentTarget.value)}
      />
      <Textarea
        label={dialogMessages.notes}
        value={element.documentation ?? ""}
        readOnly={isReadOnly}
        autosize
        minRows={2}
        data-testid="field-notes"
        onChange={(event) => change("documentation", event.currentTarget.value)}
      />
      <ErrorHandlingField element={element} />
      {definition?.outcomes.kind === "next" && (
        <Checkbox
          label={dialogMessages.disabled}
          checked={element.isDisabled ?? false}
          disabled={isReadOnly}
          data-testid="field-isDisabled"
          onChange={(event) => {
            const isDisabled = event.currentTarget.checked || undefined;
            project.store.transact(
              isDisabled ? dialogMessages.steps.disable : dialogMessages.steps.enable,
              (transaction) => transaction.update("element", element.id, { isDisabled }),
            );
          }}
        />
      )}
    </>
  );
}

/** The fields of the selected element, changed at once; quick edits of one field are one step of undo. */
export function ElementProperties({ element }: { element: ElementRecord }) {
  const project = useProject();
  const index = useIndex();
  const form = useMemo(() => {
    const changes = {
      change: (fields: Readonly<Record<string, JsonValue | undefined>>) => {
        const mergeKey = `${element.id}.${Object.keys(fields).join(",")}`;
        saveElement(project, element, { element: changeFields(project, element, fields), mergeKey });
      },
      changeReturnType: (returnType: DataType) => saveElement(project, element, { element, returnType }),
    };
    return elementFormState(project, { element }, changes);
    // The index stands for every other record that the form looks at.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [project, index, element]);
  if (!form) return <Text size="sm">{dialogMessages.kindUnknown(element.kind)}</Text>;
  return (
    <Stack gap="md">
      <ElementFormProvider value={form}>
        <ElementForm note={<ElementSummary />} />
      </ElementFormProvider>
      <CommonFields element={element} />
    </Stack>
  );
}
