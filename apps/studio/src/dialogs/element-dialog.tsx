import { Button, Group, ScrollArea, Text } from "@mantine/core";
import type { ElementRecord } from "@rivulet/model";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { captionOf } from "../canvas/subtitle.ts";
import { changeFields, type ElementDraft } from "../fields/draft-element.ts";
import { ElementForm } from "../fields/element-form.tsx";
import { ElementFormProvider } from "../fields/element-form-context.tsx";
import { useProject, useRecord } from "../project/use-project.tsx";
import { Dialog } from "./dialog.tsx";
import { elementFormState } from "./element-form-state.ts";
import { ElementSummary } from "./element-summary.tsx";
import { saveElement } from "./save-element.ts";

function OpenDialog({ element, onClose }: { element: ElementRecord; onClose: () => void }) {
  const project = useProject();
  const [draft, setDraft] = useState<ElementDraft>({ element });
  const definition = project.catalog.find(element.kind);
  const form = useMemo(
    () =>
      elementFormState(project, draft, {
        change: (fields) =>
          setDraft((present) => ({ ...present, element: changeFields(project, present.element, fields) })),
        changeReturnType: (returnType) => setDraft((present) => ({ ...present, returnType })),
      }),
    [project, draft],
  );
  const save = () => {
    saveElement(project, element, draft);
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      size={680}
      title={
        <Group gap="sm" wrap="nowrap">
          <ActivityIcon definition={definition} size={28} />
          <span>{captionOf(definition, draft.element)}</span>
        </Group>
      }
    >
      <form
        data-testid="element-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog inside another is a form inside it for React: only its own is sent.
          event.stopPropagation();
          save();
        }}
      >
        <ScrollArea.Autosize mah="64vh" type="auto" scrollbars="y" offsetScrollbars="present">
          {form ? (
            <ElementFormProvider value={form}>
              <ElementForm note={<ElementSummary />} />
            </ElementFormProvider>
          ) : (
            <Text size="sm">
              This project draws “{element.kind}”, which no installed connector has. Add the connector in
              Settings, or delete the element.
            </Text>
          )}
        </ScrollArea.Autosize>
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {form?.isReadOnly ? "Close" : "Cancel"}
          </Button>
          {form?.isReadOnly !== true && (
            <Button type="submit" disabled={!form}>
              OK
            </Button>
          )}
        </Group>
      </form>
    </Dialog>
  );
}

/** The dialog of an element, opened by double click or Enter: OK is one step that can be undone, Esc discards. */
export function ElementDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const element = useRecord("element", id);
  return element ? <OpenDialog key={element.id} element={element} onClose={onClose} /> : null;
}
