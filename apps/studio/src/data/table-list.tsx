import { Button } from "@mantine/core";
import { Table2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { dataMessages } from "../messages/data-messages.ts";
import { SearchField } from "../search/search-field.tsx";
import { chooseTable, listTables } from "./data-controller.ts";
import { type TableNames, useDataStore } from "./data-store.ts";
import { Asking, EmptyData, NotRead } from "./empty-data.tsx";

/** Up and down go from table to table. */
function moveInList(event: KeyboardEvent<HTMLButtonElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget.closest("ul")?.querySelectorAll("button") ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
}

function Names({ names, isCut }: TableNames) {
  const [query, setQuery] = useState("");
  const chosen = useDataStore(({ table }) => table);
  const wanted = query.trim().toLowerCase();
  const found = names.filter((name) => name.toLowerCase().includes(wanted));
  const reachable = chosen !== undefined && found.includes(chosen) ? chosen : found[0];
  return (
    <>
      <SearchField
        label={dataMessages.searchTables}
        clear={dataMessages.clearSearch}
        query={query}
        onQuery={setQuery}
        data-testid="search-tables"
      />
      {found.length === 0 && <p className="rv-data-note">{dataMessages.noTableFound(query)}</p>}
      <ul className="rv-data-tables">
        {found.map((name) => (
          <li key={name}>
            <button
              type="button"
              title={name}
              tabIndex={name === reachable ? 0 : -1}
              aria-current={name === chosen ? "true" : undefined}
              data-testid={`table-${name}`}
              onKeyDown={moveInList}
              onClick={() => void chooseTable(name)}
            >
              <Table2 size={14} aria-hidden="true" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
      {isCut && <p className="rv-data-note">{dataMessages.tablesCut(names.length)}</p>}
    </>
  );
}

/** The tables of the place, to be searched and chosen. */
export function TableList(names: TableNames) {
  return (
    <nav className="rv-data-list" aria-label={dataMessages.tables}>
      <Names {...names} />
    </nav>
  );
}

/** What stands in the place of tables: nobody was asked yet, there is no answer, or there is no table. */
export function NoTables({ onCreate }: { readonly onCreate: () => void }) {
  const tables = useDataStore((state) => state.tables);
  if (tables.kind === "asking") return <Asking />;
  if (tables.kind === "failed") {
    return (
      <NotRead
        title={dataMessages.tablesFailed}
        failure={tables.message}
        onRetry={() => void listTables(true)}
      />
    );
  }
  if (tables.kind === "nothing") {
    return (
      <EmptyData icon={Table2} title={dataMessages.notAsked} text={dataMessages.notAskedText}>
        <Button data-testid="list-tables" onClick={() => void listTables(false)}>
          {dataMessages.listTables}
        </Button>
      </EmptyData>
    );
  }
  return (
    <EmptyData icon={Table2} title={dataMessages.noTables} text={dataMessages.noTablesText}>
      <Button onClick={onCreate}>{dataMessages.createTable}</Button>
    </EmptyData>
  );
}
