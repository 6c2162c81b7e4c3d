import { useStore } from "@xyflow/react";
import { createContext, type ReactNode, use, useMemo } from "react";
import { createPortal } from "react-dom";

const LabelLayer = createContext<Element | null>(null);

/**
 * Finds the layer of the drawing on which names and buttons of flows stand, once for all of them. The library's own way
 * to it searches the page for each flow and each change of anything.
 */
export function FlowLabelLayer({ children }: { readonly children: ReactNode }) {
  const drawing = useStore(({ domNode }) => domNode);
  const layer = useMemo(() => drawing?.querySelector(".react-flow__edgelabel-renderer") ?? null, [drawing]);
  return <LabelLayer value={layer}>{children}</LabelLayer>;
}

/** What stands on a flow, above all flows: its names and buttons. */
export function FlowLabels({ children }: { readonly children: ReactNode }) {
  const layer = use(LabelLayer);
  return layer && createPortal(children, layer);
}
