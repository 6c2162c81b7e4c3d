import "../dialogs/form-dialog.css";
import { Button, Group, Text } from "@mantine/core";
import type { Usage } from "@rivulet/refactoring";
import type { ReactNode } from "react";
import { Dialog } from "../dialogs/dialog.tsx";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { UsageList } from "./usage-list.tsx";

interface ConfirmDeleteProps {
  /** The question: "Delete entity Order?" */
  readonly title: string;
  /** What uses it, and will have a problem. */
  readonly usages: readonly Usage[];
  /** More to know before. Left out: whether it is used. */
  readonly children?: ReactNode;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before something is taken away, and shows what uses it. */
export function ConfirmDelete({ title, usages, children, onDelete, onClose }: ConfirmDeleteProps) {
  const isUsed = usages.length > 0;
  const text = isUsed ? explorerMessages.deleteUsed(usages.length) : explorerMessages.unused;
  return (
    <Dialog onClose={onClose} title={title} size={480}>
      <div className="rv-dialog-form">
        <div>
          <Text size="sm">{children ?? text}</Text>
          {isUsed && <UsageList usages={usages} onLeave={onClose} />}
        </div>
        <Group justify="flex-end" gap={8}>
          <Text size="sm" c="dimmed" mr="auto">
            {explorerMessages.undoHint}
          </Text>
          <Button variant="default" onClick={onClose}>
            {explorerMessages.cancel}
          </Button>
          <Button
            color="red"
            data-autofocus
            onClick={() => {
              onClose();
              onDelete();
            }}
          >
            {isUsed ? explorerMessages.deleteAnyway : explorerMessages.delete}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
