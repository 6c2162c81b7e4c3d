import type { ComponentType, FunctionComponent } from "react";
import { type LaterView, laterView } from "../controls/later-view.tsx";
import { KeysWait } from "../early-keys/keys-wait.tsx";
import { ErrorBoundary } from "../shell/error-boundary.tsx";
import { closeDialog } from "../workspace/shell-dialog.ts";

/**
 * Makes a dialog whose code is fetched when it is first opened, or before: what is typed meanwhile is typed into it.
 * Where its code does not come, that is said over the page, which stays.
 */
export function laterDialog<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LaterView<Props> {
  const { View, fetch } = laterView(load, <KeysWait />);
  // Those of the shell are closed there.
  const Guarded: FunctionComponent<Props & { readonly onClose?: () => void }> = (props) => (
    <ErrorBoundary onClose={props.onClose ?? closeDialog}>
      <View {...props} />
    </ErrorBoundary>
  );
  return { View: Guarded, fetch };
}
