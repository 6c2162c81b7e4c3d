import type { ButtonView } from "@rivulet/pages/view";
import { useEffect, useRef } from "react";
import { useApp } from "../app/app-store.ts";
import { messages } from "../app/messages.ts";
import { FailureText } from "./failure-text.tsx";
import { useClick } from "./use-click.ts";

/** The question before an action. */
function Question({
  text,
  onAnswer,
}: {
  readonly text: string;
  readonly onAnswer: (isYes: boolean) => void;
}) {
  return (
    <>
      <p>{text}</p>
      <form method="dialog" className="popup-actions">
        <button type="submit" className="button" data-look="default" onClick={() => onAnswer(false)}>
          {messages.cancel}
        </button>
        <button type="submit" className="button" data-look="primary" onClick={() => onAnswer(true)}>
          {messages.proceed}
        </button>
      </form>
    </>
  );
}

/** What is shown while an action is under way; over the page, nothing else can be done meanwhile. */
function Progress({ progress }: { readonly progress: NonNullable<ButtonView["progress"]> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOver = progress.kind === "over";
  useEffect(() => {
    if (isOver) dialog.current?.showModal();
  }, [isOver]);
  const text = progress.message === "" ? messages.working : progress.message;
  if (!isOver)
    return (
      <span className="progress" role="status">
        {text}
      </span>
    );
  return (
    <dialog
      ref={dialog}
      className="popup progress-dialog"
      aria-label={text}
      onCancel={(event) => event.preventDefault()}
    >
      <p role="status">{text}</p>
    </dialog>
  );
}

/** A button, or a link that looks like one. Nothing else can be clicked until what it started is done. */
export function ButtonWidget({ view }: { readonly view: ButtonView }) {
  const { run, isBusy, failure } = useClick(view.id);
  const isActing = useApp((state) => state.isActing);
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
        // Not `disabled`, which would take the focus away.
        aria-disabled={isActing}
        onClick={(event) => {
          // The row that it stands in may have a click of its own.
          event.stopPropagation();
          if (isActing) return;
          if (view.confirmation === undefined) void run(view.object);
          else question.current?.showModal();
        }}
      >
        {view.caption}
      </button>
      {isBusy && view.progress ? <Progress progress={view.progress} /> : null}
      <FailureText failure={failure} />
      {view.confirmation === undefined ? null : (
        <dialog ref={question} className="popup" aria-label={messages.confirmTitle}>
          <Question text={view.confirmation} onAnswer={(isYes) => isYes && void run(view.object)} />
        </dialog>
      )}
    </>
  );
}
