import { useEffect, useSyncExternalStore } from "react";
import { useActiveConfiguration, useSession } from "../project/use-session.tsx";
import type { TableKnowledge, TableKnowledgeState } from "./table-knowledge.ts";

/** What is known of tables; drawn again when that changes. */
export function useTableKnowledge(): {
  readonly state: TableKnowledgeState;
  readonly tables: TableKnowledge;
} {
  const { tables } = useSession();
  return { tables, state: useSyncExternalStore(tables.subscribe, () => tables.state) };
}

/** Keeps what is known of tables in step with the project and the active configuration. */
export function useTableWatch(): void {
  const { tables } = useSession();
  const configuration = useActiveConfiguration();
  useEffect(() => tables.watch(), [tables]);
  // Another configuration has other tables.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => void tables.load(), [tables, configuration]);
}
