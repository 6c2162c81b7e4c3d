import { type ComponentType, type FunctionComponent, lazy, type ReactNode, Suspense, useState } from "react";

/** A view whose code is not among what the studio opens with. */
export interface LaterView<Props> {
  /** Draws what waits for it until its code is there; at once where it was fetched before. */
  readonly View: FunctionComponent<Props>;
  readonly fetch: () => Promise<void>;
}

/**
 * Makes a view whose code is fetched when it is first drawn, or before, by who calls `fetch`. What React has for this
 * draws nothing for a moment even where the code is there already.
 *
 * @param waiting what stands in its place until then; nothing when left out
 * @example const entity = laterView(async () => (await import("./entity-properties.tsx")).EntityProperties)
 */
export function laterView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting?: ReactNode,
): LaterView<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const get = async () => (Loaded ??= await load());
  // One for each that waits: it remembers for good what became of it, and whoever tries again is asked again.
  const waitForIt = () => lazy(async () => ({ default: await get() })) as unknown as ComponentType<Props>;
  function View(props: Props) {
    // For good, so that it keeps what was typed into it.
    const [Shown] = useState(() => Loaded ?? waitForIt());
    return (
      <Suspense fallback={waiting}>
        <Shown {...props} />
      </Suspense>
    );
  }
  return { View, fetch: async () => void (await get()) };
}
