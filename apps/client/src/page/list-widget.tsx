import type { ListView, RowView, WidgetView } from "@rivulet/pages/view";
import { type JSX, useState } from "react";
import { readRows } from "../app/app-api.ts";
import { useApp } from "../app/app-store.ts";
import { messages } from "../app/messages.ts";
import { FailureText } from "./failure-text.tsx";
import { usePage } from "./page-context.ts";
import { runInTurn } from "./run-in-turn.ts";
import { type ActionFailure, actionFailure, useClick } from "./use-click.ts";

interface ListProps {
  readonly view: ListView;
  readonly drawRow: (widgets: readonly WidgetView[]) => JSX.Element;
}

interface RowProps extends ListProps {
  readonly row: RowView;
}

/** A row that does something when it is clicked. */
function ClickableRow({ view, row, drawRow }: RowProps) {
  const { run, isBusy, failure } = useClick(view.id);
  return (
    <li className="row" data-clickable aria-busy={isBusy}>
      {/* biome-ignore lint/a11y/useSemanticElements: a row holds blocks and buttons, which a button element cannot. */}
      <div
        role="button"
        tabIndex={0}
        className="row-click"
        onClick={() => void run(row.object)}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
          event.preventDefault();
          void run(row.object);
        }}
      >
        {drawRow(row.children)}
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
