import "./document-page.css";
import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

/** The head of a column. */
export interface TableColumn {
  readonly label: string;
  /** For readers of the screen only: what is in the column speaks for itself, such as buttons. */
  readonly isHidden?: boolean;
  readonly className?: string;
}

interface HeadedTableProps {
  readonly columns: readonly TableColumn[];
  /** What it has beside the look of all tables. */
  readonly className?: string;
  /** Where no heading above says what it is. */
  readonly label?: string;
  readonly testId?: string;
  /** Its rows. */
  readonly children: ReactNode;
}

/**
 * A table of rows under their heads.
 *
 * @example <HeadedTable columns={[{ label: "Name" }, { label: "Actions", isHidden: true }]}>{rows}</HeadedTable>
 */
export function HeadedTable({ columns, className, label, testId, children }: HeadedTableProps) {
  return (
    <table
      className={className === undefined ? "rv-rows" : `rv-rows ${className}`}
      aria-label={label}
      data-testid={testId}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" className={column.className}>
              {column.isHidden ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
