import { ActionIcon, Menu } from "@mantine/core";
import { Copy, Ellipsis, PencilLine, Trash2, Workflow } from "lucide-react";
import { type KeyboardEvent, memo, useMemo, useRef, useState } from "react";
import { dataMessages } from "../messages/data-messages.ts";
import { type AttributeJson, type ItemJson, typeOf } from "./attribute.ts";
import { cellText, columnsOf, keyText } from "./cell-text.ts";
import type { TableFacts } from "./data-api.ts";
import { type Cell, cellAfterKey } from "./grid-keys.ts";
import type { ItemAct } from "./item-act.ts";

type Act = (act: ItemAct) => void;

/** A value: the mark of its type, and as much of it as a line takes. What is missing, null and empty are three things. */
function ValueCell({ value }: { readonly value: AttributeJson | undefined }) {
  if (!value) return <span className="rv-data-missing" aria-label={dataMessages.missing} role="img" />;
  const type = typeOf(value);
  const text = cellText(value);
  return (
    <span className="rv-data-value" data-type={type}>
      {type !== "S" && (
        <abbr className="rv-data-mark" title={dataMessages.typeMark(type)}>
          {type}
        </abbr>
      )}
      {text === "" ? <em>{dataMessages.emptyText}</em> : <span>{text}</span>}
    </span>
  );
}

function ItemMenu({
  item,
  name,
  onAct,
}: {
  readonly item: ItemJson;
  readonly name: string;
  readonly onAct: Act;
}) {
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon
          size={28}
          variant="subtle"
          aria-label={dataMessages.itemActions(name)}
          data-testid={`item-actions-${name}`}
        >
          <Ellipsis size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<PencilLine size={14} />} onClick={() => onAct({ kind: "open", item })}>
          {dataMessages.openItem}
        </Menu.Item>
        <Menu.Item leftSection={<Copy size={14} />} onClick={() => onAct({ kind: "duplicate", item })}>
          {dataMessages.duplicate}
        </Menu.Item>
        <Menu.Item leftSection={<Workflow size={14} />} onClick={() => onAct({ kind: "use", item })}>
          {dataMessages.intoMicroflow}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<Trash2 size={14} />}
          onClick={() => onAct({ kind: "delete", item })}
        >
          {dataMessages.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface RowProps {
  readonly item: ItemJson;
  readonly row: number;
  readonly columns: readonly string[];
  readonly name: string;
  /** The column of the cell that the Tab key reaches, where that is in this row. */
  readonly reachable: number | undefined;
  readonly onAct: Act;
}

/** A row is drawn again only when its own item, or the cell that can be reached, is another. */
const ItemRow = memo(function ItemRow({ item, row, columns, name, reachable, onAct }: RowProps) {
  return (
    <tr onDoubleClick={() => onAct({ kind: "open", item })} data-testid={`item-${name}`}>
      {columns.map((column, at) => (
        <td key={column} data-cell={`${row}:${at}`} tabIndex={at === reachable ? 0 : -1}>
          {at === 0 ? (
            <button
              type="button"
              tabIndex={-1}
              className="rv-data-open"
              onClick={() => onAct({ kind: "open", item })}
            >
              <ValueCell value={item[column]} />
            </button>
          ) : (
            <ValueCell value={item[column]} />
          )}
        </td>
      ))}
      <td className="rv-data-actions">
        <ItemMenu item={item} name={name} onAct={onAct} />
      </td>
    </tr>
  );
});

interface ItemGridProps {
  readonly items: readonly ItemJson[];
  readonly facts: TableFacts;
  readonly onAct: Act;
}

const cellOf = (element: EventTarget): Cell | undefined => {
  const named =
    element instanceof Element ? element.closest<HTMLElement>("[data-cell]")?.dataset["cell"] : undefined;
  const [row, column] = named?.split(":").map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
};

/** The items of a page as a grid: arrows move in it, Enter opens an item, Delete asks whether it is to go. */
export function ItemGrid({ items, facts, onAct }: ItemGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<Cell>({ row: 0, column: 0 });
  const { columns, left } = useMemo(() => columnsOf(items, facts.key), [items, facts]);
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    const item = cell && items[cell.row];
    if (!item || (event.target as Element).closest("button")) return;
    const next = cellAfterKey(event, cell, { rows: items.length, columns: columns.length });
    if (next) grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus();
    else if (event.key === "Enter") onAct({ kind: "open", item, attribute: columns[cell.column] });
    else if (event.key === "Delete") onAct({ kind: "delete", item });
    else return;
    event.preventDefault();
  };
  const reachable = { ...focused, row: Math.min(focused.row, items.length - 1) };
  return (
    <div className="rv-data-scroll">
      <table
        ref={grid}
        // A table whose cells are walked by keys is a grid (ARIA).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className="rv-data-grid"
        aria-label={dataMessages.gridLabel(facts.name)}
        data-testid="item-grid"
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused((before) => cellOf(event.target) ?? before)}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-key={facts.key.some(({ name }) => name === column)}>
                <span title={column}>{column}</span>
              </th>
            ))}
            <th scope="col" className="rv-data-actions">
              <span className="rv-data-hidden">{dataMessages.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, row) => (
            <ItemRow
              key={facts.key.map(({ name }) => JSON.stringify(item[name])).join()}
              item={item}
              row={row}
              columns={columns}
              name={keyText(item, facts.key)}
              reachable={row === reachable.row ? reachable.column : undefined}
              onAct={onAct}
            />
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="rv-data-note">{dataMessages.moreAttributes(left)}</p>}
    </div>
  );
}
