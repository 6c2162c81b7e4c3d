import "./document-page.css";
import { ActionIcon, Tooltip } from "@mantine/core";
import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import { controlMessages } from "../messages/control-messages.ts";

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
  const row = { variant: "subtle", color: "gray", size: 28 } as const;
  return (
    <div className="rv-row-actions">
      {order && (
        <>
          <ActionIcon
            {...row}
            aria-label={controlMessages.moveUp(name)}
            disabled={order.position === 0}
            onClick={() => order.onMove(-1)}
          >
            <ArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            {...row}
            aria-label={controlMessages.moveDown(name)}
            disabled={order.position === order.count - 1}
            onClick={() => order.onMove(1)}
          >
            <ArrowDown size={14} />
          </ActionIcon>
        </>
      )}
      {onEdit && (
        <Tooltip label={controlMessages.edit(name)}>
          <ActionIcon {...row} aria-label={controlMessages.edit(name)} onClick={onEdit}>
            <Pencil size={14} />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={controlMessages.delete(name)}>
        <ActionIcon {...row} aria-label={controlMessages.delete(name)} onClick={onDelete}>
          <Trash2 size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
