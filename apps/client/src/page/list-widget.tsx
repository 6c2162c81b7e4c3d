import type { ListRest, ListView, RowView, WidgetView } from "@rivulet/pages/view";
import { type JSX, useId, useLayoutEffect, useRef } from "react";
import { messages } from "../app/messages.ts";
import { FailureText } from "./failure-text.tsx";
import { type ListRows, useListRows } from "./list-rows.ts";
import { useClick } from "./use-click.ts";

interface ListProps {
  readonly view: ListView;
  readonly drawRow: (widgets: readonly WidgetView[]) => JSX.Element;
}

interface RowProps extends ListProps {
  readonly row: RowView;
}

/** What takes a click for itself, and keeps it from the row that it stands in. */
const clickable = "a, button, input, select, textarea, label, dialog";

/**
 * A row that does something when it is clicked, anywhere in it. It may hold buttons of its own, so it is no button itself:
 * for keyboards and screen readers there is one beside what it holds, which is called as the row reads.
 */
function ClickableRow({ view, row, drawRow }: RowProps) {
  const { run, isBusy, failure } = useClick(view.id, row.object);
  const open = useRef<HTMLButtonElement>(null);
  const content = useId();
  return (
    <li className="row" data-clickable aria-busy={isBusy}>
      <div
        role="presentation"
        className="row-click"
        onClick={({ target }) => {
          const other = target instanceof Element ? target.closest(clickable) : null;
          if (other === null || other === open.current) void run();
        }}
      >
        <button ref={open} type="button" className="row-open" aria-labelledby={content} />
        <div id={content}>{drawRow(row.children)}</div>
        <FailureText failure={failure} />
      </div>
    </li>
  );
}

/** A row that is only read needs nothing of what a click does: a long list of them is drawn sooner. */
function Row(props: RowProps) {
  if (props.view.isClickable) return <ClickableRow {...props} />;
  return <li className="row">{props.drawRow(props.row.children)}</li>;
}

/** What stands below the rows: more of them at a click, or why there are no more to be had. */
function ListEnd({ list }: { readonly list: ListRows }) {
  const { rows, rest, isLoading, isNothingNew, failure, loadMore } = list;
  // A page that is out of date has to be loaded again, and says so.
  if (rest.kind === "none" || failure?.isOutdated === true) return null;
  if (rest.kind === "full")
    return (
      <p className="list-note" role="status">
        {messages.full(rows.length, rest.total)}
      </p>
    );
  return (
    <>
      <p className="list-note" role="status">
        {isNothingNew && !isLoading ? messages.nothingNew : ""}
      </p>
      <button
        type="button"
        className="button load-more"
        data-look="default"
        // Not "disabled": the focus stays on it.
        aria-disabled={isLoading}
        aria-busy={isLoading}
        onClick={() => void loadMore()}
      >
        {failure === undefined ? messages.loadMore(rows.length, rest.total) : messages.retry}
      </button>
    </>
  );
}

/** What stands there when no row does. */
function EmptyList({ view, rest }: { readonly view: ListView; readonly rest: ListRest }) {
  return (
    <p className="empty" role="status">
      {rest.kind === "none" ? view.emptyText : messages.nothingYet}
    </p>
  );
}

/** The button goes with the last page: the focus that it had goes on to the first row that came with it. */
function useFocusBehindLast({ rows: { length }, rest: { kind } }: ListRows) {
  const element = useRef<HTMLUListElement>(null);
  const before = useRef({ length, kind });
  useLayoutEffect(() => {
    const { length: count, kind: was } = before.current;
    before.current = { length, kind };
    const hasEnded = was === "more" && kind !== "more" && length > count;
    const row = element.current?.children[count];
    if (!hasEnded || document.activeElement !== document.body || !(row instanceof HTMLElement)) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  }, [length, kind]);
  return element;
}

/** Each object of a list, the first ones at once and more at a click. */
export function ListWidget({ view, drawRow }: ListProps) {
  const list = useListRows(view);
  const { rows, rest, failure } = list;
  const element = useFocusBehindLast(list);
  return (
    <div className="list-view" data-testid={`widget-${view.name}`}>
      {rows.length === 0 ? (
        <EmptyList view={view} rest={rest} />
      ) : (
        <ul className="rows" ref={element}>
          {rows.map((row) => (
            <Row key={row.object} view={view} row={row} drawRow={drawRow} />
          ))}
        </ul>
      )}
      <FailureText failure={failure} />
      <ListEnd list={list} />
    </div>
  );
}
