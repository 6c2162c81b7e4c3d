import type { PageView } from "@rivulet/pages/view";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { dismissPage } from "../app/app-api.ts";
import { leavePage, useApp } from "../app/app-store.ts";
import { messages } from "../app/messages.ts";
import { Messages } from "../app/messages-view.tsx";
import { PageContext } from "./page-context.ts";
import { Widgets } from "./widgets.tsx";

/** Closes a pop-up as its cross and Esc do: what was typed into it is not kept. */
async function dismiss(opening: string): Promise<void> {
  const { session } = useApp.getState();
  // It goes in any case; a server that cannot be reached is told of by what is under it.
  if (session !== undefined) await dismissPage(session, opening).catch(() => undefined);
  await leavePage(opening);
}

/** A page over the page before, with its title and a cross; Esc closes it. */
export function Popup({ page, isFront }: { readonly page: PageView; readonly isFront: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="popup"
      aria-label={page.title}
      data-testid={`page-${page.page}`}
      onClose={() => void dismiss(page.opening)}
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
      {isFront ? <Messages /> : null}
      <PageContext value={page}>
        <Widgets widgets={page.widgets} />
      </PageContext>
    </dialog>
  );
}
