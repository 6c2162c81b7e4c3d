import { ActionIcon, Menu } from "@mantine/core";
import type { MenuItem } from "@rivulet/model";
import {
  ArrowDown,
  ArrowUp,
  Ellipsis,
  GripVertical,
  IndentDecrease,
  IndentIncrease,
  Trash2,
} from "lucide-react";
import { type CSSProperties, type DragEvent, type KeyboardEvent, useState } from "react";
import { flushSync } from "react-dom";
import { ShortcutKeys } from "../commands/shortcut-keys.tsx";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { controlMessages } from "../messages/control-messages.ts";
import { navigationMessages } from "../messages/navigation-messages.ts";
import { type DropSide, dropSide } from "../pages/drag-widget.ts";
import { IconPicker } from "../pickers/icon-picker.tsx";
import { useProject } from "../project/use-project.tsx";
import { changeMenuItem, deleteMenuItem, putMenuItem } from "./edit-navigation.ts";
import { MenuTarget } from "./menu-target.tsx";
import {
  canMoveInto,
  indentPlace,
  itemsIn,
  type MenuPlace,
  type MenuRow,
  outdentPlace,
  stepPlace,
} from "./menu-tree.ts";

/** Kind of what is dragged within the menu: the id of an item. */
const menuItemDragType = "application/x-rivulet-menu-item";

/** The caption's field, which keeps the keyboard when its row goes elsewhere. */
const captionId = (item: string) => `menu-caption-${item}`;

interface MenuItemRowProps extends MenuRow {
  readonly menu: readonly MenuItem[];
  readonly isNew: boolean;
}

/** Puts an item somewhere else; by the keyboard its caption keeps the focus. */
function usePut(item: MenuItem): (place: MenuPlace | undefined) => void {
  const { store } = useProject();
  return (place) => {
    if (!place) return;
    flushSync(() => putMenuItem(store, item, place));
    document.getElementById(captionId(item.id))?.focus();
  };
}

/** Takes what is dropped on a row: before it, behind it, or into it. */
function useDrop({ item, menu, depth }: MenuItemRowProps) {
  const { store } = useProject();
  const [side, setSide] = useState<DropSide>();
  const parent = depth === 1 ? undefined : item.parent;
  const next = () => {
    const siblings = itemsIn(menu, parent);
    return siblings[siblings.findIndex(({ id }) => id === item.id) + 1]?.id;
  };
  const placeOf = (where: DropSide): MenuPlace => {
    if (where === "inside") return { parent: item.id };
    return { parent, before: where === "before" ? item.id : next() };
  };
  const accepts = (event: DragEvent) => event.dataTransfer.types.includes(menuItemDragType);
  return {
    side,
    handlers: {
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setSide(dropSide(event, true));
      },
      onDragLeave: () => setSide(undefined),
      onDrop: (event: DragEvent<HTMLElement>) => {
        event.preventDefault();
        setSide(undefined);
        const moved = menu.find(({ id }) => id === event.dataTransfer.getData(menuItemDragType));
        const place = placeOf(dropSide(event, true));
        if (moved && canMoveInto(menu, moved.id, place.parent)) putMenuItem(store, moved, place);
      },
    },
  };
}

/** The four ways in which an item moves, each with its key; a place that is left out cannot be gone to. */
function movesOf(menu: readonly MenuItem[], item: MenuItem) {
  const { up, down, into, out } = navigationMessages.moves;
  return [
    { key: "ArrowUp", label: up, Icon: ArrowUp, place: stepPlace(menu, item, -1) },
    { key: "ArrowDown", label: down, Icon: ArrowDown, place: stepPlace(menu, item, 1) },
    { key: "ArrowRight", label: into, Icon: IndentIncrease, place: indentPlace(menu, item) },
    { key: "ArrowLeft", label: out, Icon: IndentDecrease, place: outdentPlace(menu, item) },
  ];
}

interface ItemOptionsProps {
  readonly item: MenuItem;
  readonly moves: ReturnType<typeof movesOf>;
  readonly onMove: (place: MenuPlace | undefined) => void;
}

/** What can be done with an item besides what its row shows. */
function ItemOptions({ item, moves, onMove }: ItemOptionsProps) {
  const { store } = useProject();
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <ActionIcon size={30} aria-label={navigationMessages.optionsOf(item.caption)}>
          <Ellipsis size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {moves.map(({ key, label, Icon, place }) => (
          <Menu.Item
            key={key}
            disabled={!place}
            leftSection={<Icon size={14} />}
            rightSection={<ShortcutKeys shortcut={`Alt+${key.slice("Arrow".length)}`} />}
            onClick={() => onMove(place)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          className="rv-danger-item"
          leftSection={<Trash2 size={14} />}
          onClick={() => deleteMenuItem(store, item)}
        >
          {controlMessages.delete(item.caption)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** One item of the menu: dragged by its handle, or moved by Alt and the arrows. */
export function MenuItemRow(props: MenuItemRowProps) {
  const { item, menu, depth, hasItems, isNew } = props;
  const { store } = useProject();
  const put = usePut(item);
  const { side, handlers } = useDrop(props);
  const moves = movesOf(menu, item);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey ? moves.find(({ key }) => key === event.key) : undefined;
    if (!move) return;
    // Alt with an arrow would leave the page.
    event.preventDefault();
    put(move.place);
  };
  return (
    <tr
      data-testid={`menu-item-${item.caption}`}
      data-depth={depth}
      data-drop={side}
      onKeyDown={onKeyDown}
      {...handlers}
    >
      <td>
        <div className="rv-menu-place-cell" style={{ "--depth": depth - 1 } as CSSProperties}>
          <span
            className="rv-menu-handle"
            draggable
            title={navigationMessages.drag}
            aria-hidden="true"
            data-testid={`menu-handle-${item.caption}`}
            onDragStart={(event) => {
              event.dataTransfer.setData(menuItemDragType, item.id);
              event.dataTransfer.effectAllowed = "move";
            }}
          >
            <GripVertical size={14} />
          </span>
          <IconPicker
            label={navigationMessages.iconOf(item.caption)}
            value={item.icon}
            onChange={(icon) => changeMenuItem(store, item, { icon })}
          />
          <DraftTextInput
            id={captionId(item.id)}
            className="rv-menu-caption"
            aria-label={navigationMessages.captionOf(item.caption)}
            aria-description={navigationMessages.level(depth)}
            value={item.caption}
            takesFocus={isNew}
            onCommit={(caption) => changeMenuItem(store, item, { caption })}
          />
        </div>
      </td>
      <td>
        <MenuTarget item={item} hasItems={hasItems} />
      </td>
      <td>
        <ItemOptions item={item} moves={moves} onMove={put} />
      </td>
    </tr>
  );
}
