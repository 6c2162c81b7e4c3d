import type { PageView } from "@rivulet/pages/view";
import { useEffect } from "react";
import { useApp } from "../app/app-store.ts";
import { PageContext } from "./page-context.ts";
import { Widgets } from "./widgets.tsx";

/** A page with its widgets. */
export function PageContent({ page }: { readonly page: PageView }) {
  const app = useApp((state) => state.app?.title);
  useEffect(() => {
    document.title = [page.title, app].filter(Boolean).join(" · ");
  }, [page.title, app]);
  return (
    <PageContext value={page}>
      <div className="page" data-testid={`page-${page.page}`}>
        <Widgets widgets={page.widgets} />
      </div>
    </PageContext>
  );
}
