import { Button, Group, Modal, ScrollArea, Text } from "@mantine/core";
import type { ElementRecord } from "@rivulet/model";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { captionOf } from "../canvas/subtitle.ts";
import { changeFields, type ElementDraft, microflowOfElement } from "../fields/draft-element.ts";
import { ElementForm } from "../fields/element-form.tsx";
import { ElementFormProvider } from "../fields/element-form-context.tsx";
import { useProject, useRecord } from "../project/use-project.tsx";
import { elementFormState } from "./element-form-state.ts";
import { ElementSummary } from "./element-summary.tsx";

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
    const label = `Edit ${definition?.label.toLowerCase() ?? "element"}`;
    const microflow = microflowOfElement(project, element);
    project.store.transact(label, (transaction) => {
      if (draft.element !== element) transaction.put(draft.element);
      if (draft.returnType && microflow !== undefined)
        transaction.update("microflow", microflow, { returnType: draft.returnType });
    });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={680}
      closeButtonProps={{ "aria-label": "Close" }}
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
        <ScrollArea.Autosize mah="64vh" type="auto" offsetScrollbars="present">
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
    </Modal>
  );
}

/** The dialog of an element, opened by double click or Enter: OK is one step that can be undone, Esc discards. */
export function ElementDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const element = useRecord("element", id);
  return element ? <OpenDialog key={element.id} element={element} onClose={onClose} /> : null;
}
