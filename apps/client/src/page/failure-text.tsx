import type { ActionFailure } from "../app/action-failure.ts";
import { messages } from "../app/messages.ts";
import { startApp } from "../app/navigation.ts";

/** Why something could not be done, where it was tried; with the way on where the page is out of date. */
export function FailureText({ failure }: { readonly failure: ActionFailure | undefined }) {
  if (failure === undefined) return null;
  return (
    <div className="failure" role="alert">
      <span>{failure.message}</span>
      {failure.isOutdated ? (
        <button type="button" className="button" data-look="link" onClick={() => void startApp()}>
          {messages.loadAgain}
        </button>
      ) : null}
    </div>
  );
}
