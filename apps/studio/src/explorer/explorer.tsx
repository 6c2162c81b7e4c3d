import "./explorer.css";
import { useMemo, useState } from "react";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { useOutlineIndex, useProject } from "../project/use-project.tsx";
import { SearchField } from "../search/search-field.tsx";
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
  const index = useOutlineIndex();
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
        <SearchField
          className="rv-explorer-search"
          label={explorerMessages.search}
          clear={explorerMessages.clearSearch}
          query={query}
          onQuery={setQuery}
          onKeyDown={(event) => event.key === "Escape" && setQuery("")}
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
