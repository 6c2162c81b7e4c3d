import type { ListRest, ListView, RowView } from "@rivulet/pages/view";
import { useLayoutEffect, useRef, useState } from "react";
import { type ActionFailure, actionFailure } from "../app/action-failure.ts";
import { readRows } from "../app/app-api.ts";
import { useApp } from "../app/app-store.ts";
import { usePage } from "./page-context.ts";
import { runInTurn } from "./run-in-turn.ts";

/** Rows that were asked for after a list was drawn. */
interface LaterRows {
  /** A new view of the list holds all rows that were shown, the later ones too. */
  readonly of: ListView;
  readonly rows: readonly RowView[];
  readonly rest: ListRest;
  /** Whether the last call has found any. */
  readonly isFound: boolean;
}

/** The rows of a list that are shown, and what asks for more of them. */
export interface ListRows {
  readonly rows: readonly RowView[];
  readonly rest: ListRest;
  readonly isLoading: boolean;
  /** Whether more was asked for and nothing came, though there may be more behind it. */
  readonly isNothingNew: boolean;
  readonly failure: ActionFailure | undefined;
  readonly loadMore: () => Promise<void>;
}

/** Keeps the rows of a list: the first ones come with its page. What cannot be loaded leaves those that are there. */
export function useListRows(view: ListView): ListRows {
  const { opening } = usePage();
  const session = useApp((state) => state.session);
  const [later, setLater] = useState<LaterRows>();
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const more = later?.of === view ? later : undefined;
  const rows = more ? [...view.rows, ...more.rows] : view.rows;
  const latest = useRef({ view, rows });
  useLayoutEffect(() => {
    latest.current = { view, rows };
  });

  const loadMore = async (): Promise<void> => {
    if (session === undefined || isLoading) return;
    setLoading(true);
    setFailure(undefined);
    try {
      const from = rows.length;
      const next = await runInTurn(opening, () => readRows(session, { opening, list: view.list, from }));
      const shown = latest.current;
      // Drawn anew meanwhile, the list may hold them already.
      if (shown.rows.length === from)
        setLater({
          of: shown.view,
          rows: [...shown.rows.slice(shown.view.rows.length), ...next.rows],
          rest: next.rest,
          isFound: next.rows.length > 0,
        });
    } catch (error) {
      setFailure(actionFailure(error));
    } finally {
      setLoading(false);
    }
  };

  const rest = more?.rest ?? view.rest;
  return { rows, rest, isLoading, isNothingNew: more?.isFound === false, failure, loadMore };
}
