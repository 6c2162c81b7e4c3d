import { useEffect, useSyncExternalStore } from "react";
import { useSession } from "../project/use-session.tsx";
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
  const { tables, configuration } = useSession();
  useEffect(() => tables.watch(), [tables]);
  useEffect(() => {
    const load = () => void tables.load();
    load();
    return configuration.subscribe(load);
  }, [tables, configuration]);
}
