import { Menu } from "@mantine/core";
import { Box, Boxes, CornerDownLeft, FolderInput, ListPlus, PencilLine, Trash2 } from "lucide-react";
import { ShortcutKeys } from "../commands/shortcut-keys.tsx";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { useFrontPage } from "../pages/open-page.ts";
import { useProject } from "../project/use-project.tsx";
import { type NewDocumentKind, openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { moveToFolder } from "./edit-folders.ts";
import { editableId, useExplorerActions } from "./explorer-actions.ts";
import type { ExplorerNode } from "./explorer-tree.ts";
import { newDocumentIcons } from "./new-document-icons.ts";

/** Where the menu of a row opens, and whose it is. */
export interface MenuPlace {
  readonly node: ExplorerNode;
  readonly x: number;
  readonly y: number;
}

const addable = Object.keys(newDocumentIcons) as NewDocumentKind[];

function AddItems({ module, folder }: { module: string; folder?: string }) {
  // An entity is in the domain model, not in a folder, and a module is in the project.
  return addable
    .filter((what) => what !== "module" && (folder === undefined || what !== "entity"))
    .map((what) => {
      const Icon = newDocumentIcons[what];
      return (
        <Menu.Item
          key={what}
          leftSection={<Icon size={14} />}
          onClick={() => openDialog({ kind: "new", what, module, folder })}
        >
          {explorerMessages.addNoun(what)}
        </Menu.Item>
      );
    });
}

function MoveItems({ id }: { id: string }) {
  const project = useProject();
  const record = project.record(id);
  const module = record && "parent" in record ? project.record(record.parent) : undefined;
  if (module?.type !== "module" || module.folders.length === 0 || !record) return null;
  const present = "folder" in record ? record.folder : undefined;
  const places = [{ id: undefined, name: explorerMessages.moduleItself }, ...module.folders];
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<FolderInput size={14} />}>{explorerMessages.moveToFolder}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {places.map((folder) => (
          <Menu.Item
            key={folder.id ?? ""}
            disabled={folder.id === present}
            onClick={() => moveToFolder(project.store, id, folder.id)}
          >
            {folder.name}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function EditItems({ node }: { node: ExplorerNode }) {
  const { rename, remove } = useExplorerActions();
  if (editableId(node) === undefined) return null;
  return (
    <>
      <Menu.Item
        leftSection={<PencilLine size={14} />}
        rightSection={<ShortcutKeys shortcut="F2" />}
        onClick={() => rename(node)}
      >
        {explorerMessages.rename}
      </Menu.Item>
      {node.kind === "document" && node.record !== undefined && <MoveItems id={node.record} />}
      <Menu.Divider />
      <Menu.Item
        className="rv-danger-item"
        leftSection={<Trash2 size={14} />}
        rightSection={<ShortcutKeys shortcut="Del" />}
        onClick={() => remove(node)}
      >
        {explorerMessages.delete}
      </Menu.Item>
    </>
  );
}

/** What can be done with a connector: looked at. */
function ReadOnlyItems({ module }: { module: string }) {
  return (
    <>
      <Menu.Label>{explorerMessages.readOnly}</Menu.Label>
      <Menu.Item
        leftSection={<Boxes size={14} />}
        onClick={() => workspace.getState().open({ kind: "domainModel", module })}
      >
        {explorerMessages.openDomainModel}
      </Menu.Item>
    </>
  );
}

function MenuItems({ node }: { node: ExplorerNode }) {
  const { open } = useExplorerActions();
  const showOnPage = useFrontPage(({ page }) => (page && !page.isReadOnly ? page.showEntity : undefined));
  if (node.isReadOnly && (node.kind === "module" || node.kind === "folder"))
    return <ReadOnlyItems module={node.module} />;
  return (
    <>
      {(node.kind === "document" || node.kind === "entity") && (
        <Menu.Item leftSection={<CornerDownLeft size={14} />} onClick={() => open(node)}>
          {explorerMessages.open}
        </Menu.Item>
      )}
      {node.kind === "entity" && showOnPage && (
        <Menu.Item leftSection={<ListPlus size={14} />} onClick={() => showOnPage(node.path)}>
          {explorerMessages.showOnPage}
        </Menu.Item>
      )}
      {node.kind === "activity" && (
        <Menu.Item leftSection={<ListPlus size={14} />} onClick={() => open(node)}>
          {explorerMessages.addToCanvas}
        </Menu.Item>
      )}
      {node.kind === "document" && node.target.kind === "domainModel" && !node.isReadOnly && (
        <Menu.Item
          leftSection={<Box size={14} />}
          onClick={() => openDialog({ kind: "new", what: "entity", module: node.key.split(":")[0] })}
        >
          {explorerMessages.addNoun("entity")}
        </Menu.Item>
      )}
      {node.kind === "module" && <AddItems module={node.module} />}
      {node.kind === "folder" && <AddItems module={node.module} folder={node.folder} />}
      {(node.kind === "module" || node.kind === "folder") && <Menu.Divider />}
      <EditItems node={node} />
    </>
  );
}

/** The menu of a row: where the pointer was, or under the row for the keyboard. */
export function NodeMenu({ place, onClose }: { place: MenuPlace; onClose: () => void }) {
  const { node, x, y } = place;
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={220} returnFocus={false} trapFocus>
      <Menu.Target>
        <button
          type="button"
          className="rv-menu-place"
          tabIndex={-1}
          aria-hidden="true"
          style={{ left: x, top: y }}
        >
          {explorerMessages.options(node.label)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItems node={node} />
      </Menu.Dropdown>
    </Menu>
  );
}
