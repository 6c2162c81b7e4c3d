import "./dialogs.css";
import { Button, Group, Modal, Text } from "@mantine/core";
import type { Usage } from "@rivulet/refactoring";
import type { ReactNode } from "react";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { UsageList } from "./usage-list.tsx";

interface ConfirmDeleteProps {
  readonly noun: string;
  readonly name: string;
  /** What uses it, and will have a problem. */
  readonly usages: readonly Usage[];
  /** More to know before. Left out: whether it is used. */
  readonly children?: ReactNode;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before something is taken away, and shows what uses it. */
export function ConfirmDelete({ noun, name, usages, children, onDelete, onClose }: ConfirmDeleteProps) {
  const isUsed = usages.length > 0;
  const text = isUsed ? explorerMessages.deleteUsed(usages.length) : explorerMessages.unused;
  return (
    <Modal opened onClose={onClose} title={explorerMessages.deleteTitle(noun, name)} size={480}>
      <div className="rv-dialog-form">
        <div>
          <Text size="sm">{children ?? text}</Text>
          {isUsed && <UsageList usages={usages} />}
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
    </Modal>
  );
}
