import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { HeadedTable } from "../controls/headed-table.tsx";
import { securityMessages } from "../messages/security-messages.ts";

/** Adds a row to the section that it heads. */
export function AddButton({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <Button variant="default" leftSection={<Plus size={14} />} onClick={onAdd}>
      {label}
    </Button>
  );
}

/** Roles, a row each; `second` heads the column behind their names. */
export function RolesTable(props: { second: string; whenEmpty: string; rows: readonly ReactNode[] }) {
  if (props.rows.length === 0) return <div className="rv-panel rv-panel-empty">{props.whenEmpty}</div>;
  return (
    <div className="rv-panel">
      <HeadedTable
        columns={[
          { label: securityMessages.name },
          { label: props.second },
          { label: securityMessages.actions, isHidden: true },
        ]}
        className="rv-roles"
      >
        {props.rows}
      </HeadedTable>
    </div>
  );
}
