import { properties } from "../dialogs/properties-pane.tsx";
import { useTutorial } from "../tutorial/tutorial-store.ts";
import { dockSides, type PaneName } from "../workspace/docks.ts";
import { workspace } from "../workspace/workspace.ts";
import { tutorialPanel } from "./frame.tsx";
import { laterPanes } from "./pane-views.tsx";

const contents: Partial<Readonly<Record<PaneName, { readonly fetch: () => Promise<void> }>>> = {
  ...laterPanes,
  properties: properties.microflow,
};

/**
 * Fetches what of the rest this browser left open, while the project is still on its way: so that all of the screen
 * comes at once, and nothing on it moves.
 */
export function fetchShown(): void {
  const { docks } = workspace.getState();
  const open = dockSides.flatMap((side) => (docks[side].isFolded ? [] : (docks[side].active ?? [])));
  const shown = open.flatMap((pane) => contents[pane] ?? []);
  if (useTutorial.getState().isOpen) shown.push(tutorialPanel);
  // Whoever draws it tries again, and says what is wrong.
  for (const { fetch } of shown) void fetch().catch(() => {});
}
