import "./explorer.css";
import { ActionIcon, TextInput } from "@mantine/core";
import { Search, X } from "lucide-react";
import { useMemo, useState } from "react";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { visibleRows } from "../tree/tree-rows.ts";
import { AddMenu } from "./add-menu.tsx";
import { isUnfolded, useExplorerStore } from "./explorer-store.ts";
import { explorerTree } from "./explorer-tree.ts";
import { ExplorerTreeView } from "./explorer-tree-view.tsx";
import { useActiveRow } from "./use-active-row.ts";

/** The explorer: the project as a tree, with a search over it. */
export function Explorer() {
  const project = useProject();
  const index = useIndex();
  const [query, setQuery] = useState("");
  const { unfolded, setUnfolded } = useExplorerStore();
  const tree = useMemo(
    () =>
      explorerTree({
        index,
        activities: project.catalog.definitions,
        isReadOnly: (id) => project.isReadOnly(id),
        isConnector: (id) => project.isConnector(id),
      }),
    [index, project],
  );
  const activeRow = useActiveRow(tree);
  const rows = visibleRows(tree, { isExpanded: (node) => isUnfolded(node, unfolded), query });
  return (
    <div className="rv-explorer">
      <div className="rv-explorer-head">
        <TextInput
          className="rv-explorer-search"
          leftSection={<Search size={14} />}
          aria-label={explorerMessages.search}
          placeholder={explorerMessages.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && setQuery("")}
          rightSection={
            query !== "" && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={22}
                aria-label={explorerMessages.clearSearch}
                onClick={() => setQuery("")}
              >
                <X size={13} />
              </ActionIcon>
            )
          }
        />
        <AddMenu />
      </div>
      {rows.length === 0 ? (
        <EmptyPane text={explorerMessages.nothingFound(query)} />
      ) : (
        <ExplorerTreeView rows={rows} query={query} activeRow={activeRow} onUnfold={setUnfolded} />
      )}
    </div>
  );
}
