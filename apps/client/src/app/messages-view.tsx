import { X } from "lucide-react";
import { useModal } from "../page/use-modal.ts";
import { type ShownMessage, useApp } from "./app-store.ts";
import { closeMessage } from "./apply-steps.ts";
import { messages } from "./messages.ts";

function BlockingMessage({ message }: { readonly message: ShownMessage }) {
  const modal = useModal(() => closeMessage(message.id));
  return (
    <dialog
      {...modal}
      role="alertdialog"
      className="popup message-dialog"
      data-level={message.level}
      data-testid="message"
      aria-label={messages.levels[message.level]}
    >
      <p>{message.text}</p>
      <form method="dialog" className="popup-actions">
        <button type="submit" className="button" data-look="primary">
          {messages.ok}
        </button>
      </form>
    </dialog>
  );
}

function PassingMessage({ message }: { readonly message: ShownMessage }) {
  return (
    <div
      className="message"
      role={message.level === "error" ? "alert" : "status"}
      data-level={message.level}
      data-testid="message"
    >
      <p>{message.text}</p>
      <button
        type="button"
        className="icon-button"
        aria-label={messages.close}
        onClick={() => closeMessage(message.id)}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

/** What microflows say, over the page or pop-up in front; one that blocks has to be closed first. */
export function Messages() {
  const shown = useApp((state) => state.messages);
  const isUnreachable = useApp((state) => state.isUnreachable);
  const blocking = shown.find(({ isBlocking }) => isBlocking);
  return (
    <>
      <div className="messages">
        {isUnreachable ? (
          <div className="message" role="status" data-level="warning" data-testid="waiting-for-server">
            <p>{messages.waiting}</p>
          </div>
        ) : null}
        {shown.map((message) =>
          message.isBlocking ? null : <PassingMessage key={message.id} message={message} />,
        )}
      </div>
      {blocking ? <BlockingMessage key={blocking.id} message={blocking} /> : null}
    </>
  );
}
