import { Group, ScrollArea, Text } from "@mantine/core";
import { captionOf } from "@rivulet/activities";
import type { ElementRecord } from "@rivulet/model";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { changeFields, type ElementDraft } from "../fields/draft-element.ts";
import { ElementForm } from "../fields/element-form.tsx";
import { ElementFormProvider } from "../fields/element-form-context.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { dialogProblems } from "./dialog-problems.ts";
import { elementFormState } from "./element-form-state.ts";
import { ElementSummary } from "./element-summary.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { saveElement } from "./save-element.ts";

function OpenDialog({ element, onClose }: { element: ElementRecord; onClose: () => void }) {
  const project = useProject();
  const [draft, setDraft] = useState<ElementDraft>({ element });
  const definition = project.catalog.find(element.kind);
  const form = useMemo(() => {
    const state = elementFormState(project, draft, {
      change: (fields) =>
        setDraft((present) => ({ ...present, element: changeFields(project, present.element, fields) })),
      changeReturnType: (returnType) => setDraft((present) => ({ ...present, returnType })),
    });
    return state && { ...state, problems: dialogProblems(state.problems, element, draft.element) };
  }, [project, element, draft]);
  const save = () => {
    saveElement(project, element, draft);
    onClose();
  };
  return (
    <FormDialog
      size={680}
      testId="element-dialog"
      isReadOnly={form?.isReadOnly ?? false}
      isBlocked={!form}
      onSubmit={save}
      onClose={onClose}
      title={
        <Group gap="sm" wrap="nowrap">
          <ActivityIcon definition={definition} size={28} />
          <span>{captionOf(definition, draft.element)}</span>
        </Group>
      }
    >
      <ScrollArea.Autosize
        className="rv-dialog-scroll"
        mah="64vh"
        type="auto"
        scrollbars="y"
        offsetScrollbars="present"
      >
        <div className="rv-dialog-scroll-content">
          {form ? (
            <ElementFormProvider value={form}>
              <ElementForm note={<ElementSummary />} />
            </ElementFormProvider>
          ) : (
            <Text size="sm">{dialogMessages.elementGone(element.kind)}</Text>
          )}
        </div>
      </ScrollArea.Autosize>
    </FormDialog>
  );
}

/** The dialog of an element, opened by double click or Enter: OK is one step that can be undone, Esc discards. */
export function ElementDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const element = useRecord("element", id);
  return element ? <OpenDialog key={element.id} element={element} onClose={onClose} /> : null;
}
