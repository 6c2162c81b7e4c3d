import type { PageView } from "@rivulet/pages/view";
import { X } from "lucide-react";
import { useEffect } from "react";
import { dismissPage } from "../app/app-api.ts";
import { useApp } from "../app/app-store.ts";
import { messages } from "../app/messages.ts";
import { Messages } from "../app/messages-view.tsx";
import { leavePage } from "../app/navigation.ts";
import { PageContext } from "./page-context.ts";
import { useModal } from "./use-modal.ts";
import { Widgets } from "./widgets.tsx";

/** Closes a pop-up as its cross and Esc do: what was typed into it is not kept. */
async function dismiss(opening: string): Promise<void> {
  const { session } = useApp.getState();
  // It goes in any case; a server that cannot be reached is told of by what is under it.
  if (session !== undefined) await dismissPage(session, opening).catch(() => undefined);
  await leavePage(opening);
}

/** Who opens a form wants to type: the browser would begin with the cross. */
const firstInput = ":is(input, textarea):not([readonly], :disabled), select:enabled";

/** A page over the page before, with its title and a cross; Esc closes it. */
export function Popup({ page, isFront }: { readonly page: PageView; readonly isFront: boolean }) {
  const modal = useModal(() => void dismiss(page.opening));
  useEffect(() => {
    modal.ref.current?.querySelector<HTMLElement>(firstInput)?.focus();
  }, [modal.ref]);
  return (
    <dialog {...modal} className="popup" aria-label={page.title} data-testid={`page-${page.page}`}>
      <header className="popup-header">
        <h1>{page.title}</h1>
        <button
          type="button"
          className="icon-button"
          aria-label={messages.close}
          onClick={() => modal.ref.current?.close()}
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
