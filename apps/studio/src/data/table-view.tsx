import { Button, Tooltip } from "@mantine/core";
import { ChevronLeft, ChevronRight, KeyRound, Plus, SearchX, Table2 } from "lucide-react";
import { useState } from "react";
import { dataMessages } from "../messages/data-messages.ts";
import type { ItemPage, KeyPart, TableFacts } from "./data-api.ts";
import { chooseTable, readFirstPage, readNextPage, readPreviousPage } from "./data-controller.ts";
import { useDataStore } from "./data-store.ts";
import { Asking, EmptyData, NotRead } from "./empty-data.tsx";
import type { ItemAct } from "./item-act.ts";
import { ItemActDialog } from "./item-act-dialog.tsx";
import { ItemGrid } from "./item-grid.tsx";
import { isQuery } from "./reading.ts";
import { ReadingBar } from "./reading-bar.tsx";

function KeyChip({ role, part }: { readonly role: string; readonly part: KeyPart }) {
  const type = dataMessages.typeNames[part.type as "S"];
  return (
    <span className="rv-data-key" title={dataMessages.keyPart(role, part.name, type)}>
      <KeyRound size={11} aria-hidden="true" />
      {part.name}
      <span>{type}</span>
    </span>
  );
}

/** What a table is: its key, its indexes, how it is paid for and how much is in it. */
function TableHead({ facts, onAdd }: { readonly facts: TableFacts; readonly onAdd: () => void }) {
  const { name, key, indexes, billing, itemCount, status } = facts;
  const [partition, sort] = key;
  const described = indexes.map(
    (index) => `${index.name}: ${index.key.map((part) => part.name).join(", ")} (${index.kind})`,
  );
  return (
    <div className="rv-data-table-head">
      <h2>{name}</h2>
      {partition && <KeyChip role={dataMessages.partitionKey} part={partition} />}
      {sort && <KeyChip role={dataMessages.sortKey} part={sort} />}
      <span className="rv-data-facts">
        <Tooltip label={described.join("; ")} disabled={indexes.length === 0}>
          <span data-testid="data-indexes">{dataMessages.indexes(indexes.length)}</span>
        </Tooltip>
        {", "}
        <Tooltip label={dataMessages.countHint}>
          <span data-testid="data-facts">
            {dataMessages.facts({ billing: dataMessages.billing[billing], count: itemCount })}
          </span>
        </Tooltip>
      </span>
      {status !== "ACTIVE" && <span className="rv-data-status">{dataMessages.status(status)}</span>}
      <Button size="compact-sm" leftSection={<Plus size={14} />} data-testid="add-item" onClick={onAdd}>
        {dataMessages.addItem}
      </Button>
    </div>
  );
}

/** What was read, what it took, and the way to the pages beside it. */
function PageFoot({ page }: { readonly page: ItemPage }) {
  const count = useDataStore(({ starts }) => starts.length);
  return (
    <footer className="rv-data-foot">
      <span role="status" data-testid="data-shown">
        {dataMessages.shown(page.items.length, count)}
      </span>
      {page.capacity !== null && (
        <Tooltip label={dataMessages.capacityHint}>
          <span data-testid="data-capacity">{dataMessages.capacity(page.capacity)}</span>
        </Tooltip>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<ChevronLeft size={14} />}
        disabled={count === 1}
        onClick={() => void readPreviousPage()}
      >
        {dataMessages.previousPage}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        rightSection={<ChevronRight size={14} />}
        disabled={page.next === null}
        data-testid="next-page"
        onClick={() => void readNextPage()}
      >
        {dataMessages.nextPage}
      </Button>
    </footer>
  );
}

function NoItems({ onAdd }: { readonly onAdd: () => void }) {
  const isAsked = useDataStore(({ reading, starts }) => isQuery(reading) || starts.length > 1);
  if (isAsked)
    return <EmptyData icon={SearchX} title={dataMessages.noneFound} text={dataMessages.noneFoundText} />;
  return (
    <EmptyData icon={Table2} title={dataMessages.noItems} text={dataMessages.noItemsText}>
      <Button leftSection={<Plus size={14} />} onClick={onAdd}>
        {dataMessages.addItem}
      </Button>
    </EmptyData>
  );
}

function Items({ facts, onAct }: { readonly facts: TableFacts; readonly onAct: (act: ItemAct) => void }) {
  const page = useDataStore((state) => state.page);
  if (page.kind === "failed") {
    return (
      <NotRead title={dataMessages.itemsFailed} failure={page.message} onRetry={() => void readFirstPage()} />
    );
  }
  if (page.kind !== "known") return <Asking />;
  const { items } = page.answer;
  return (
    <>
      {items.length === 0 ? (
        <NoItems onAdd={() => onAct({ kind: "add" })} />
      ) : (
        <ItemGrid items={items} facts={facts} onAct={onAct} />
      )}
      <PageFoot page={page.answer} />
    </>
  );
}

/** The table that was chosen: what it is, what is asked of it, its items. */
export function TableView() {
  const table = useDataStore((state) => state.table);
  const facts = useDataStore((state) => state.facts);
  const [act, setAct] = useState<ItemAct>();
  if (table === undefined) {
    return <EmptyData icon={Table2} title={dataMessages.chooseTable} text={dataMessages.chooseTableText} />;
  }
  if (facts.kind === "failed") {
    return (
      <NotRead
        title={dataMessages.itemsFailed}
        failure={facts.message}
        onRetry={() => void chooseTable(table)}
      />
    );
  }
  if (facts.kind !== "known") return <Asking />;
  const { answer } = facts;
  return (
    <section className="rv-data-view" aria-label={answer.name}>
      <TableHead facts={answer} onAdd={() => setAct({ kind: "add" })} />
      <ReadingBar key={answer.name} facts={answer} />
      <Items facts={answer} onAct={setAct} />
      {act && <ItemActDialog act={act} facts={answer} onAct={setAct} onClose={() => setAct(undefined)} />}
    </section>
  );
}
