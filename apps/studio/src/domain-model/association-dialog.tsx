import type { AssociationRecord } from "@rivulet/model";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { AssociationForm, useAssociationFault } from "./association-form.tsx";
import { saveAssociation } from "./edit-domain-model.ts";

function OpenDialog({ association, onClose }: { association: AssociationRecord; onClose: () => void }) {
  const project = useProject();
  const [draft, setDraft] = useState(association);
  const isReadOnly = project.isReadOnly(association.id);
  const fault = useAssociationFault(draft);
  return (
    <FormDialog
      title={domainModelMessages.associationTitle(association.name)}
      size={520}
      isReadOnly={isReadOnly}
      isBlocked={fault !== undefined}
      onSubmit={() => {
        if (draft !== association) saveAssociation(project, draft);
        onClose();
      }}
      onClose={onClose}
    >
      <AssociationForm association={draft} fault={fault} isReadOnly={isReadOnly} onChange={setDraft} />
    </FormDialog>
  );
}

/** The dialog of an association: name, multiplicity, owner. OK is one step that can be undone. */
export function AssociationDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const association = useRecord("association", id);
  return association ? <OpenDialog key={id} association={association} onClose={onClose} /> : null;
}
