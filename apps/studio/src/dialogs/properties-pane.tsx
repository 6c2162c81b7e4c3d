import { Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { ElementRecord, Problem } from "@rivulet/model";
import { useMemo } from "react";
import { changeFields, draftOf } from "../fields/draft-element.ts";
import { ElementForm } from "../fields/element-form.tsx";
import { ElementFormProvider, type ElementFormState } from "../fields/element-form-context.tsx";
import { useIndex, useProject } from "../project/use-project.tsx";

const noProblems: readonly Problem[] = [];

/** Caption and note of an element: what every element has besides its fields. */
function CommonFields({ element }: { element: ElementRecord }) {
  const project = useProject();
  const definition = project.catalog.find(element.kind);
  const isReadOnly = project.isReadOnly(element.id);
  const change = (key: "caption" | "documentation", value: string) =>
    project.store.transact(
      "Edit caption",
      (transaction) => transaction.update("element", element.id, { [key]: value === "" ? undefined : value }),
      { mergeKey: `${element.id}.${key}` },
    );
  return (
    <>
      <TextInput
        label="Caption"
        placeholder={definition?.label ?? element.kind}
        value={element.caption ?? ""}
        readOnly={isReadOnly}
        data-testid="field-caption"
        onChange={(event) => change("caption", event.currentTarget.value)}
      />
      <Textarea
        label="Documentation"
        value={element.documentation ?? ""}
        readOnly={isReadOnly}
        autosize
        minRows={2}
        data-testid="field-documentation-of-element"
        onChange={(event) => change("documentation", event.currentTarget.value)}
      />
    </>
  );
}

/** The fields of the selected element, changed at once; quick edits of one field are one step of undo. */
export function ElementProperties({ element }: { element: ElementRecord }) {
  const project = useProject();
  const index = useIndex();
  const definition = project.catalog.find(element.kind);
  const form = useMemo<ElementFormState | undefined>(() => {
    const view = draftOf(project, element);
    if (!definition || !view) return undefined;
    return {
      element,
      definition,
      index,
      analysis: view.analysis,
      scope: view.analysis.scopeAt(element.id),
      problems: noProblems,
      isReadOnly: project.isReadOnly(element.id),
      change: (fields) => {
        const mergeKey = `${element.id}.${Object.keys(fields).join(",")}`;
        const changed = changeFields(project, element, fields);
        project.store.transact(
          `Edit ${definition.label.toLowerCase()}`,
          (transaction) => transaction.put(changed),
          {
            mergeKey,
          },
        );
      },
    };
  }, [project, index, element, definition]);
  if (!form) return <Text size="sm">No installed connector has the activity “{element.kind}”.</Text>;
  return (
    <Stack gap="md">
      <ElementFormProvider value={form}>
        <ElementForm />
      </ElementFormProvider>
      <CommonFields element={element} />
    </Stack>
  );
}
