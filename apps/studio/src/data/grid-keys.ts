/** A cell of a grid, by its row and column from zero. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How far Page up and Page down go. */
const rowsOfPage = 10;

/** Where a key leads in a grid; `undefined` for a key that leads nowhere. */
export function cellAfterKey(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: Cell,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Cell | undefined {
  const last = columns - 1;
  const targets: Readonly<Record<string, Cell>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - rowsOfPage, column },
    PageDown: { row: row + rowsOfPage, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? rows - 1 : row, column: last },
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return (
    target && {
      row: Math.max(0, Math.min(rows - 1, target.row)),
      column: Math.max(0, Math.min(last, target.column)),
    }
  );
}
