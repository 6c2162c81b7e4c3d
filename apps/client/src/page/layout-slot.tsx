import { createContext, type ReactNode, useContext } from "react";

/** What stands at the placeholder of a layout: the page in front. */
export const SlotContext = createContext<ReactNode>(null);

/** The place for the page in a layout. */
export function LayoutSlot({ testId }: { readonly testId: string }) {
  const content = useContext(SlotContext);
  return (
    <main className="layout-slot" tabIndex={-1} data-testid={testId}>
      {content}
    </main>
  );
}
