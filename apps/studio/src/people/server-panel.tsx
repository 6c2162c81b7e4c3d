import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { peopleMessages } from "../messages/people-messages.ts";
import type { ServerRows } from "./use-server-rows.ts";

interface ServerPanelProps<Row> {
  readonly rows: ServerRows<Row>;
  readonly whenEmpty: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A panel of rows that the server has, or a sentence in their place. */
export function ServerPanel<Row>({ rows, whenEmpty, children }: ServerPanelProps<Row>) {
  if (rows.kind === "loading")
    return (
      <div className="rv-panel rv-panel-empty" role="status">
        <Loader size={16} color="gray" aria-label={peopleMessages.loading} />
      </div>
    );
  if (rows.kind === "failed")
    return (
      <div className="rv-panel rv-panel-empty" role="alert">
        {rows.message}
      </div>
    );
  if (rows.rows.length === 0) return <div className="rv-panel rv-panel-empty">{whenEmpty}</div>;
  return <div className="rv-panel rv-people-panel">{children(rows.rows)}</div>;
}
