import type { ListView, RowView, WidgetView } from "@rivulet/pages/view";
import { type JSX, useId, useRef, useState } from "react";
import { type ActionFailure, actionFailure } from "../app/action-failure.ts";
import { readRows } from "../app/app-api.ts";
import { useApp } from "../app/app-store.ts";
import { messages } from "../app/messages.ts";
import { FailureText } from "./failure-text.tsx";
import { usePage } from "./page-context.ts";
import { runInTurn } from "./run-in-turn.ts";
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

/** Each object of a list, the first ones at once and more at a click. */
export function ListWidget({ view, drawRow }: ListProps) {
  const { opening } = usePage();
  const session = useApp((state) => state.session);
  // A new view of the list holds all rows that were shown, the later ones too.
  const [later, setLater] = useState<{ readonly of: ListView; readonly rows: readonly RowView[] }>();
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const more = later?.of === view ? later.rows : [];
  const rows = [...view.rows, ...more];

  const loadMore = async (): Promise<void> => {
    if (session === undefined) return;
    setLoading(true);
    setFailure(undefined);
    try {
      const at = { opening, list: view.list, from: rows.length };
      const next = await runInTurn(opening, () => readRows(session, at));
      setLater({ of: view, rows: [...more, ...next] });
    } catch (error) {
      setFailure(actionFailure(error));
    } finally {
      setLoading(false);
    }
  };

  return (
    <div className="list-view" data-testid={`widget-${view.name}`}>
      {rows.length === 0 ? (
        <p className="empty" role="status">
          {view.emptyText}
        </p>
      ) : (
        <ul className="rows">
          {rows.map((row) => (
            <Row key={row.object} view={view} row={row} drawRow={drawRow} />
          ))}
        </ul>
      )}
      <FailureText failure={failure} />
      {rows.length < view.total ? (
        <button
          type="button"
          className="button load-more"
          data-look="default"
          disabled={isLoading}
          onClick={() => void loadMore()}
        >
          {messages.loadMore(rows.length, view.total)}
        </button>
      ) : null}
    </div>
  );
}
