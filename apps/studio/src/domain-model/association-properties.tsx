import { Button, Stack, Text } from "@mantine/core";
import type { AssociationRecord } from "@rivulet/model";
import { useState } from "react";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { AssociationDialog } from "./association-dialog.tsx";
import { multiplicityLabel } from "./association-form.tsx";

/** What the selected association joins, with a way to change it. */
export function AssociationProperties({ association }: { association: AssociationRecord }) {
  const isReadOnly = useProject().isReadOnly(association.id);
  const [isOpen, setIsOpen] = useState(false);
  const rows = [
    [domainModelMessages.owner, association.owner],
    [domainModelMessages.target, association.target],
    [domainModelMessages.multiplicity, multiplicityLabel(association)],
  ];
  return (
    <Stack gap="sm">
      {rows.map(([label, value]) => (
        <div key={label}>
          <Text size="sm" fw={500}>
            {label}
          </Text>
          <Text size="sm" c="dimmed">
            {value}
          </Text>
        </div>
      ))}
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {isReadOnly ? domainModelMessages.showAssociation : domainModelMessages.editAssociation}
      </Button>
      {isOpen && <AssociationDialog id={association.id} onClose={() => setIsOpen(false)} />}
    </Stack>
  );
}
