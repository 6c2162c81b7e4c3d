import "./shortcut-list.css";
import { Modal, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { Fragment, useState } from "react";
import { commandMessages } from "../messages/command-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { searchItems } from "../search/text-match.ts";
import { closeDialog } from "../workspace/shell-dialog.ts";
import type { CommandGroup, StudioCommand } from "./command.ts";
import { ShortcutKeys } from "./shortcut-keys.tsx";
import { useCommands } from "./use-commands.tsx";

function Row({ command }: { command: StudioCommand }) {
  return (
    <li className="rv-shortcut-row">
      <span>{command.label}</span>
      <span className="rv-shortcut-ways">
        {command.shortcuts.map((shortcut, position) => (
          <Fragment key={shortcut}>
            {position > 0 && <span className="rv-shortcut-or">{commandMessages.or}</span>}
            <ShortcutKeys shortcut={shortcut} />
          </Fragment>
        ))}
      </span>
    </li>
  );
}

/** The shortcuts of all commands, from the same table that makes them work. */
export function ShortcutList() {
  const { commands } = useCommands();
  const [query, setQuery] = useState("");
  const withKeys = commands.filter(({ shortcuts }) => shortcuts.length > 0);
  const found = searchItems(query, withKeys, ({ label, synonyms = [], shortcuts }) => ({
    label,
    synonyms: [...synonyms, ...shortcuts],
  }));
  const groups = Object.keys(shellMessages.commandGroups) as CommandGroup[];
  return (
    <Modal opened onClose={closeDialog} title={commandMessages.shortcutsTitle} size={720}>
      <TextInput
        data-autofocus
        leftSection={<Search size={14} />}
        aria-label={commandMessages.shortcutsSearch}
        placeholder={commandMessages.shortcutsSearch}
        description={commandMessages.shortcutsIntro}
        inputWrapperOrder={["label", "input", "description"]}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className="rv-shortcut-groups">
        {groups.map((group) => {
          const rows = found.filter((command) => command.group === group);
          if (rows.length === 0) return null;
          return (
            <section key={group} aria-label={shellMessages.commandGroups[group]}>
              <h3>{shellMessages.commandGroups[group]}</h3>
              <ul>
                {rows.map((command) => (
                  <Row key={command.id} command={command} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}
