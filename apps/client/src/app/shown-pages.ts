import type { PageView } from "@rivulet/pages/view";
import { flushSync } from "react-dom";
import { useApp } from "./app-store.ts";
import { keepingFocus } from "./keep-focus.ts";
import { beginAtTop } from "./visit.ts";

/** The pages in the window, and the layout around them. */
export function shownPages(): PageView[] {
  const { page, layout, popups } = useApp.getState();
  return [page, layout, ...popups].filter((each) => each !== undefined);
}

/** Shows a page in the place of the one before. */
export function putInFront(page: PageView): void {
  const isFirst = useApp.getState().page === undefined;
  flushSync(() => useApp.setState({ page, popups: [] }));
  if (!isFirst) beginAtTop();
}

/** Puts new data into a page that is open. Rows may show other objects then: the focus stays at its place. */
export function replacePage(page: PageView): void {
  keepingFocus(() => flushSync(() => putPage(page)));
}

function putPage(page: PageView): void {
  const { page: front, layout, popups } = useApp.getState();
  if (page.opening === front?.opening) useApp.setState({ page });
  else if (page.opening === layout?.opening) useApp.setState({ layout: page });
  else useApp.setState({ popups: popups.map((each) => (each.opening === page.opening ? page : each)) });
}
