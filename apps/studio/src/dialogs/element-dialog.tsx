import { Button, Group, Modal, ScrollArea, Text } from "@mantine/core";
import type { ElementRecord, Problem } from "@rivulet/model";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { captionOf } from "../canvas/subtitle.ts";
import { changeFields, draftOf } from "../fields/draft-element.ts";
import { ElementForm } from "../fields/element-form.tsx";
import { ElementFormProvider, type ElementFormState } from "../fields/element-form-context.tsx";
import { useProject, useRecord } from "../project/use-project.tsx";

const noProblems: readonly Problem[] = [];

function OpenDialog({ element, onClose }: { element: ElementRecord; onClose: () => void }) {
  const project = useProject();
  const [draft, setDraft] = useState(element);
  const definition = project.catalog.find(draft.kind);
  const view = useMemo(() => draftOf(project, draft), [project, draft]);
  const isReadOnly = project.isReadOnly(element.id);
  const form = useMemo<ElementFormState | undefined>(() => {
    if (!definition || !view) return undefined;
    return {
      element: draft,
      definition,
      index: view.index,
      analysis: view.analysis,
      scope: view.analysis.scopeAt(draft.id),
      problems: noProblems,
      isReadOnly,
      change: (fields) => setDraft((present) => changeFields(project, present, fields)),
    };
  }, [definition, view, draft, isReadOnly, project]);
  const save = () => {
    const label = `Edit ${definition?.label.toLowerCase() ?? "element"}`;
    if (draft !== element) project.store.transact(label, (transaction) => transaction.put(draft));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      closeButtonProps={{ "aria-label": "Close" }}
      title={
        <Group gap="sm" wrap="nowrap">
          <ActivityIcon definition={definition} size={26} />
          <span>{captionOf(definition, draft)}</span>
        </Group>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          save();
        }}
      >
        <ScrollArea.Autosize mah="62vh" type="auto" offsetScrollbars>
          {form ? (
            <ElementFormProvider value={form}>
              <ElementForm />
            </ElementFormProvider>
          ) : (
            <Text size="sm">
              This project draws “{draft.kind}”, which no installed connector has. Add the connector in
              Settings, or delete the element.
            </Text>
          )}
        </ScrollArea.Autosize>
        <Group justify="flex-end" gap="sm" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!form || isReadOnly}>
            OK
          </Button>
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
