import { Kbd, Menu, VisuallyHidden } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { KeyboardEvent } from "react";
import { focusAtOnce } from "../controls/focus-at-once.ts";
import type { Point } from "./geometry.ts";

/** A line of a context menu. */
export interface MenuEntry {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  /** A line above it. */
  readonly beginsGroup?: boolean;
  readonly run: () => void;
}

/** Near the lower edge a menu moves up beside the pointer. */
const onScreen = { flip: false, shift: { crossAxis: true, padding: 8 } } as const;

/** A menu at a point of the screen. Arrow keys, Enter and Esc work in it; it closes by itself. */
export function ContextMenu(props: {
  at: Point;
  /** What is asked, where the lines are answers. */
  title?: string;
  entries: readonly MenuEntry[];
  onClose: () => void;
}) {
  const { title } = props;
  const closeByTab = (event: KeyboardEvent) => {
    if (event.key !== "Tab") return;
    event.preventDefault();
    props.onClose();
  };
  return (
    <Menu
      opened
      onClose={props.onClose}
      position="bottom-start"
      offset={2}
      width={270}
      middlewares={onScreen}
      // Its place is a point, which nothing can hide, and it has the keyboard at once: a trap would take it a moment later.
      hideDetached={false}
      trapFocus={false}
    >
      <Menu.Target>
        <span style={{ position: "fixed", left: props.at.x, top: props.at.y }}>
          {title !== undefined && <VisuallyHidden>{title}</VisuallyHidden>}
        </span>
      </Menu.Target>
      <Menu.Dropdown ref={focusAtOnce} data-testid="context-menu" onKeyDown={closeByTab}>
        {title !== undefined && <Menu.Label aria-hidden>{title}</Menu.Label>}
        {props.entries.map(({ icon: Icon, ...entry }) => (
          <div key={entry.label}>
            {entry.beginsGroup && <Menu.Divider />}
            <Menu.Item
              leftSection={Icon ? <Icon size={14} /> : <span style={{ width: 14 }} />}
              rightSection={entry.shortcut === undefined ? undefined : <Kbd size="xs">{entry.shortcut}</Kbd>}
              disabled={entry.isDisabled ?? false}
              className={entry.isDangerous ? "rv-danger-item" : ""}
              onClick={entry.run}
            >
              {entry.label}
            </Menu.Item>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
