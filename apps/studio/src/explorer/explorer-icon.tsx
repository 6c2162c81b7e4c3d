import { Blocks, Box, Folder, FolderOpen, Package } from "lucide-react";
import { ActivityIcon } from "../canvas/activity-icon.tsx";
import { editorIcons } from "../shell/icons.ts";
import type { ExplorerNode } from "./explorer-tree.ts";

/** The sign of a row. */
export function ExplorerIcon({ node, isExpanded }: { node: ExplorerNode; isExpanded: boolean }) {
  switch (node.kind) {
    case "activity":
      return <ActivityIcon definition={node.activity} size={18} />;
    case "entity":
      return <Box size={15} />;
    case "module": {
      const Icon = node.isConnector ? Blocks : Package;
      return <Icon size={15} />;
    }
    case "folder": {
      const Icon = isExpanded ? FolderOpen : Folder;
      return <Icon size={15} />;
    }
    case "document": {
      const Icon = editorIcons[node.target.kind];
      return <Icon size={15} />;
    }
  }
}
