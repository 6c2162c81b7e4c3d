import type { ButtonView } from "@rivulet/pages/view";
import { useRef } from "react";
import { useApp } from "../app/app-store.ts";
import { messages } from "../app/messages.ts";
import { FailureText } from "./failure-text.tsx";
import { leadToFault } from "./form-of-widget.ts";
import { useClick } from "./use-click.ts";
import { useModal } from "./use-modal.ts";

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
  const text = progress.message === "" ? messages.working : progress.message;
  if (progress.kind === "over") return <ProgressDialog text={text} />;
  return (
    <span className="progress" role="status">
      {text}
    </span>
  );
}

function ProgressDialog({ text }: { readonly text: string }) {
  const { ref } = useModal();
  return (
    <dialog
      ref={ref}
      className="popup progress-dialog"
      aria-label={text}
      // The browser closes it at the second Esc, whatever `cancel` says to the first.
      onKeyDown={(event) => event.key === "Escape" && event.preventDefault()}
      onCancel={(event) => event.preventDefault()}
    >
      <p role="status">{text}</p>
    </dialog>
  );
}

/** A button, or a link that looks like one. Nothing else can be clicked until what it started is done. */
export function ButtonWidget({ view }: { readonly view: ButtonView }) {
  const { run, isBusy, failure } = useClick(view.id, view.object);
  const isActing = useApp((state) => state.isActing);
  const question = useRef<HTMLDialogElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const act = async (): Promise<void> => {
    const focused = document.activeElement;
    await run();
    leadToFault(button.current, focused);
  };
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
        ref={button}
        type="button"
        className="button"
        data-look={view.look}
        data-testid={testId}
        aria-busy={isBusy}
        // Not `disabled`, which would take the focus away.
        aria-disabled={isActing}
        onClick={() => {
          if (isActing) return;
          if (view.confirmation === undefined) void act();
          else question.current?.showModal();
        }}
      >
        {view.caption}
      </button>
      {isBusy && view.progress ? <Progress progress={view.progress} /> : null}
      <FailureText failure={failure} />
      {view.confirmation === undefined ? null : (
        <dialog ref={question} className="popup" aria-label={messages.confirmTitle}>
          <Question text={view.confirmation} onAnswer={(isYes) => isYes && void act()} />
        </dialog>
      )}
    </>
  );
}
