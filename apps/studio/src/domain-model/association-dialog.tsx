import { Button, Group } from "@mantine/core";
import type { AssociationRecord } from "@rivulet/model";
import { useState } from "react";
import { Dialog } from "../dialogs/dialog.tsx";
import { useProject, useRecord } from "../project/use-project.tsx";
import { AssociationForm, useAssociationFault } from "./association-form.tsx";
import { saveAssociation } from "./edit-domain-model.ts";

function OpenDialog({ association, onClose }: { association: AssociationRecord; onClose: () => void }) {
  const project = useProject();
  const [draft, setDraft] = useState(association);
  const isReadOnly = project.isReadOnly(association.id);
  const fault = useAssociationFault(draft);
  return (
    <Dialog onClose={onClose} title={`Association ${association.name}`} size={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (fault !== undefined) return;
          if (draft !== association) saveAssociation(project, draft);
          onClose();
        }}
      >
        <AssociationForm association={draft} fault={fault} isReadOnly={isReadOnly} onChange={setDraft} />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {isReadOnly ? "Close" : "Cancel"}
          </Button>
          {!isReadOnly && (
            <Button type="submit" disabled={fault !== undefined}>
              OK
            </Button>
          )}
        </Group>
      </form>
    </Dialog>
  );
}

/** The dialog of an association: name, multiplicity, owner. OK is one step that can be undone. */
export function AssociationDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const association = useRecord("association", id);
  return association ? <OpenDialog key={id} association={association} onClose={onClose} /> : null;
}
