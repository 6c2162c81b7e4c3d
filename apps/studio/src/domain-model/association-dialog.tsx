import type { AssociationRecord } from "@rivulet/model";
import { ElsewhereNote } from "../dialogs/elsewhere-note.tsx";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { type RecordDraft, useRecordDraft } from "../dialogs/record-draft.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { AssociationForm, useAssociationFault } from "./association-form.tsx";
import { saveAssociation } from "./edit-domain-model.ts";

interface OpenDialogProps {
  readonly edited: RecordDraft<AssociationRecord>;
  readonly onClose: () => void;
}

function OpenDialog({ edited, onClose }: OpenDialogProps) {
  const project = useProject();
  const { record: association, draft, setDraft, elsewhere } = edited;
  const isReadOnly = project.isReadOnly(association.id);
  const fault = useAssociationFault(draft);
  return (
    <FormDialog
      title={domainModelMessages.associationTitle(association.name)}
      size={520}
      isReadOnly={isReadOnly}
      isBlocked={fault !== undefined || elsewhere === "deleted"}
      onSubmit={() => {
        if (draft !== association) saveAssociation(project, draft);
        onClose();
      }}
      onClose={onClose}
    >
      <ElsewhereNote elsewhere={elsewhere} />
      <AssociationForm association={draft} fault={fault} isReadOnly={isReadOnly} onChange={setDraft} />
    </FormDialog>
  );
}

/** The dialog of an association: name, multiplicity, owner. OK is one step that can be undone. */
export function AssociationDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const edited = useRecordDraft("association", id);
  return edited ? <OpenDialog key={id} edited={edited} onClose={onClose} /> : null;
}
