import type { PageView } from "@rivulet/pages/view";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { closePage } from "../app/app-store.ts";
import { messages } from "../app/messages.ts";
import { PageContext } from "./page-context.ts";
import { Widgets } from "./widgets.tsx";

/** A page over the page before, with its title and a cross; Esc closes it. */
export function Popup({ page }: { readonly page: PageView }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="popup"
      aria-label={page.title}
      data-testid={`page-${page.page}`}
      onClose={() => closePage(page.opening)}
    >
      <header className="popup-header">
        <h1>{page.title}</h1>
        <button
          type="button"
          className="icon-button"
          aria-label={messages.close}
          onClick={() => dialog.current?.close()}
        >
          <X size={16} aria-hidden />
        </button>
      </header>
      <PageContext value={page}>
        <Widgets widgets={page.widgets} />
      </PageContext>
    </dialog>
  );
}
