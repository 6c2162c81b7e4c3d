import { type ReactFlowState, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import {
  elementsNear,
  type Neighbourhood,
  neighbourhoodOf,
  partOf,
  servesView,
  stepTowards,
} from "./near-part.ts";
import type { CanvasProjection } from "./projection.ts";
import type { Box } from "./routing/flow-sides.ts";

/** So many elements come into view in one frame. */
const elementsOfFrame = 8;

const nothing: ReadonlySet<string> = new Set();

/** What the screen shows, in canvas units; nothing while the canvas has no size. */
function viewOf({ transform: [x, y, zoom], width, height }: ReactFlowState): Box | undefined {
  if (width === 0 || height === 0) return undefined;
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

function neighbourhoodIn(state: ReactFlowState): Neighbourhood | undefined {
  const view = viewOf(state);
  return view && neighbourhoodOf(view);
}

function isServed(before: Neighbourhood | undefined, now: Neighbourhood | undefined): boolean {
  return before === undefined || now === undefined ? before === now : servesView(before, now.view);
}

/**
 * Where the screen is on the canvas. A move that leaves the region is taken in after it was drawn, in a task of its own:
 * what it brings into view is as much work again.
 */
class FollowedView {
  readonly #store: ReturnType<typeof useStoreApi>;
  #present: Neighbourhood | undefined;

  constructor(store: ReturnType<typeof useStoreApi>) {
    this.#store = store;
    this.#present = neighbourhoodIn(store.getState());
  }

  read = (): Neighbourhood | undefined => this.#present;

  subscribe = (tell: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      timer = undefined;
      this.#present = neighbourhoodIn(this.#store.getState());
      tell();
    };
    const look = () => {
      const now = neighbourhoodIn(this.#store.getState());
      if (timer === undefined && !isServed(this.#present, now)) timer = setTimeout(follow);
    };
    const unsubscribe = this.#store.subscribe(look);
    look();
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  };
}

/**
 * The part of a microflow that the canvas library gets: what is on the screen and near it. The library looks at all
 * that it has at every move, so a large microflow would cost more than a small one of which as much is seen. What
 * comes into view comes a few elements a frame.
 *
 * @param kept ids of what the library has to know wherever it is
 */
export function useNearPart(projection: CanvasProjection, kept: ReadonlySet<string>) {
  const store = useStoreApi();
  const view = useMemo(() => new FollowedView(store), [store]);
  const neighbourhood = useSyncExternalStore(view.subscribe, view.read);
  const wanted = useMemo(
    () => (neighbourhood ? elementsNear(projection, neighbourhood, kept) : []),
    [projection, neighbourhood, kept],
  );
  const [aim, setAim] = useState(wanted);
  const [drawn, setDrawn] = useState(nothing);
  // Within the same drawing, so that a change of the document is on the screen at once.
  if (aim !== wanted) {
    setAim(wanted);
    setDrawn((present) => stepTowards(wanted, present, elementsOfFrame));
  }
  useEffect(() => {
    if (drawn.size === wanted.length) return undefined;
    const frame = requestAnimationFrame(() =>
      setDrawn((present) => stepTowards(wanted, present, elementsOfFrame)),
    );
    return () => cancelAnimationFrame(frame);
  }, [drawn, wanted]);
  return useMemo(() => partOf(projection, drawn), [projection, drawn]);
}
