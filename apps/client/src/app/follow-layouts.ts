import type { PageView } from "@rivulet/pages/view";
import { openLayout } from "./app-api.ts";
import { useApp } from "./app-store.ts";

/** Whether a page stands in a layout of the project, and not in one that comes with the application. */
function hasOwnLayout({ layout }: PageView): boolean {
  return layout.includes(".");
}

/** Loads the layout of the page in front, unless it is there already. */
async function followLayout(page: PageView): Promise<void> {
  const { session, layout } = useApp.getState();
  if (session === undefined || !hasOwnLayout(page) || layout?.page === page.layout) return;
  const opened = await openLayout(session, page.opening).catch(() => undefined);
  if (useApp.getState().page?.layout !== page.layout) return;
  useApp.setState(opened ? { layout: opened, missingLayout: undefined } : { missingLayout: page.layout });
}

/** Puts the layout of its own round each page that comes to the front, from here on. */
export function followLayouts(): void {
  useApp.subscribe(({ page }, before) => {
    if (page && page !== before.page) void followLayout(page);
  });
}
