import type { ReactNode } from "react";
import { HeadedTable } from "../controls/headed-table.tsx";
import { constantMessages } from "../messages/constant-messages.ts";

/** The value of a constant in one configuration, or in all. */
export interface ConfigurationRow {
  readonly key: string;
  readonly label: string;
  readonly testId?: string;
  readonly value: ReactNode;
}

/** What a constant is in each configuration. */
export function ConfigurationTable({ rows }: { rows: readonly ConfigurationRow[] }) {
  return (
    <div className="rv-panel">
      <HeadedTable columns={[{ label: constantMessages.configuration }, { label: constantMessages.value }]}>
        {rows.map(({ key, label, testId, value }) => (
          <tr key={key} data-testid={testId}>
            <td>
              <span className="rv-row-text">{label}</span>
            </td>
            <td>{value}</td>
          </tr>
        ))}
      </HeadedTable>
    </div>
  );
}
