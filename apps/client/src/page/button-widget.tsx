import type { ButtonView } from "@rivulet/pages/view";
import { useRef } from "react";
import { messages } from "../app/messages.ts";
import { useClick } from "./use-click.ts";

/** A button, or a link that looks like one. It is disabled until what it started is done. */
export function ButtonWidget({ view }: { readonly view: ButtonView }) {
  const { run, isBusy, failure } = useClick(view.id);
  const question = useRef<HTMLDialogElement>(null);
  const testId = `widget-${view.name}`;
  if (view.link !== undefined) {
    return (
      <a
        className="button"
        data-look={view.look}
        data-testid={testId}
        href={view.link}
        target="_blank"
        rel="noreferrer noopener"
      >
        {view.caption}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        className="button"
        data-look={view.look}
        data-testid={testId}
        aria-busy={isBusy}
        disabled={isBusy}
        onClick={(event) => {
          // The row that it stands in may have a click of its own.
          event.stopPropagation();
          if (view.confirmation === undefined) void run(view.object);
          else question.current?.showModal();
        }}
      >
        {view.caption}
      </button>
      {failure === undefined ? null : (
        <span className="failure" role="alert">
          {failure}
        </span>
      )}
      {view.confirmation === undefined ? null : (
        <dialog ref={question} className="popup" aria-label={messages.confirmTitle}>
          <p>{view.confirmation}</p>
          <form method="dialog" className="popup-actions">
            <button type="submit" className="button" data-look="default">
              {messages.cancel}
            </button>
            <button
              type="submit"
              className="button"
              data-look="primary"
              onClick={() => void run(view.object)}
            >
              {messages.proceed}
            </button>
          </form>
        </dialog>
      )}
    </>
  );
}
