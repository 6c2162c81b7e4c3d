import "./document-page.css";
import { ActionIcon, Tooltip } from "@mantine/core";
import { ArrowDown, ArrowUp, type LucideIcon, Pencil, Trash2 } from "lucide-react";
import { controlMessages } from "../messages/control-messages.ts";

interface RowActionProps {
  readonly icon: LucideIcon;
  /** What it does, and to which row. */
  readonly label: string;
  readonly testId?: string;
  readonly onClick: () => void;
}

/** A button at the end of a row. */
export function RowAction({ icon: Icon, label, testId, onClick }: RowActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} data-testid={testId} onClick={onClick}>
        <Icon size={14} />
      </ActionIcon>
    </Tooltip>
  );
}

interface RowActionsProps {
  /** What the row is about, for the names of its buttons. */
  readonly name: string;
  /** Position and number of the rows, where they have an order that can be changed. */
  readonly order?: {
    readonly position: number;
    readonly count: number;
    readonly onMove: (by: 1 | -1) => void;
  };
  /** Where the row is changed in a dialog. */
  readonly onEdit?: () => void;
  readonly onDelete: () => void;
}

/** The buttons at the end of a row. */
export function RowActions({ name, order, onEdit, onDelete }: RowActionsProps) {
  return (
    <div className="rv-row-actions">
      {order && (
        <>
          <ActionIcon
            size={28}
            aria-label={controlMessages.moveUp(name)}
            disabled={order.position === 0}
            onClick={() => order.onMove(-1)}
          >
            <ArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            size={28}
            aria-label={controlMessages.moveDown(name)}
            disabled={order.position === order.count - 1}
            onClick={() => order.onMove(1)}
          >
            <ArrowDown size={14} />
          </ActionIcon>
        </>
      )}
      {onEdit && <RowAction icon={Pencil} label={controlMessages.edit(name)} onClick={onEdit} />}
      <RowAction icon={Trash2} label={controlMessages.delete(name)} onClick={onDelete} />
    </div>
  );
}
