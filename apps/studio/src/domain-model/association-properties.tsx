import { Button, Stack, Text } from "@mantine/core";
import type { AssociationRecord } from "@rivulet/model";
import { useState } from "react";
import { AssociationDialog } from "./association-dialog.tsx";

/** What the selected association joins, with a way to change it. */
export function AssociationProperties({ association }: { association: AssociationRecord }) {
  const [isOpen, setIsOpen] = useState(false);
  const rows = [
    ["Owner", association.owner],
    ["Target", association.target],
    [
      "Multiplicity",
      association.isOneToOne
        ? "one to one"
        : association.multiplicity === "set"
          ? "many to many"
          : "many to one",
    ],
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
        Edit association
      </Button>
      {isOpen && <AssociationDialog id={association.id} onClose={() => setIsOpen(false)} />}
    </Stack>
  );
}
