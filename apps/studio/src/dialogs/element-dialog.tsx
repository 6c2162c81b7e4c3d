import { Group, ScrollArea, Text } from "@mantine/core";
import { captionOf } from "@rivulet/activities";
import type { ElementRecord } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { useMemo, useState } from "react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { changeFields } from "../fields/draft-element.ts";
import { ElementForm } from "../fields/element-form.tsx";
import { ElementFormProvider } from "../fields/element-form-context.tsx";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { dialogProblems } from "./dialog-problems.ts";
import { elementFormState } from "./element-form-state.ts";
import { ElementSummary } from "./element-summary.tsx";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { type RecordDraft, useRecordDraft } from "./record-draft.ts";
import { saveElement } from "./save-element.ts";

interface OpenDialogProps {
  readonly edited: RecordDraft<ElementRecord>;
  readonly onClose: () => void;
}

/** The form of an element that is being edited; at an end event, also the type that its microflow returns. */
function useDraftForm({ record, draft, setDraft }: RecordDraft<ElementRecord>) {
  const project = useProject();
  const [returnType, changeReturnType] = useState<DataType>();
  const form = useMemo(() => {
    const change = (fields: Parameters<typeof changeFields>[2]) =>
      setDraft((present) => changeFields(project, present, fields));
    const state = elementFormState(project, { element: draft, returnType }, { change, changeReturnType });
    return state && { ...state, problems: dialogProblems(state.problems, record, draft) };
  }, [project, record, draft, setDraft, returnType]);
  return { form, returnType };
}

function OpenDialog({ edited, onClose }: OpenDialogProps) {
  const project = useProject();
  const { record, draft, elsewhere } = edited;
  const definition = project.catalog.find(record.kind);
  const { form, returnType } = useDraftForm(edited);
  const save = () => {
    saveElement(project, record, { element: draft, returnType });
    onClose();
  };
  return (
    <FormDialog
      size={680}
      testId="element-dialog"
      isReadOnly={form?.isReadOnly ?? false}
      isBlocked={!form || elsewhere === "deleted"}
      onSubmit={save}
      onClose={onClose}
      title={
        <Group gap="sm" wrap="nowrap">
          <ActivityIcon definition={definition} size={28} />
          <span>{captionOf(definition, draft)}</span>
        </Group>
      }
    >
      <ElsewhereNote elsewhere={elsewhere} />
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
            <Text size="sm">{dialogMessages.elementGone(record.kind)}</Text>
          )}
        </div>
      </ScrollArea.Autosize>
    </FormDialog>
  );
}

/** The dialog of an element, opened by double click or Enter: OK is one step that can be undone, Esc discards. */
export function ElementDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const edited = useRecordDraft("element", id);
  return edited ? <OpenDialog key={id} edited={edited} onClose={onClose} /> : null;
}
