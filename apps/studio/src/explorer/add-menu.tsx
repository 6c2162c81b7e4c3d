import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { Plus } from "lucide-react";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { type NewDocumentKind, openDialog } from "../workspace/shell-dialog.ts";
import { newDocumentIcons } from "./new-document-icons.ts";

/** Adds something to the project: the button beside the search. */
export function AddMenu() {
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Tooltip label={explorerMessages.add}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={explorerMessages.add}
            data-testid="explorer-add"
          >
            <Plus size={15} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(newDocumentIcons) as NewDocumentKind[]).map((what) => {
          const Icon = newDocumentIcons[what];
          return (
            <Menu.Item
              key={what}
              leftSection={<Icon size={14} />}
              onClick={() => openDialog({ kind: "new", what })}
            >
              {explorerMessages.addNoun(what)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
