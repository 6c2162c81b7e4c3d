import { useStoreApi } from "@xyflow/react";
import { useState } from "react";

const measuresNothing = () => undefined;

/**
 * Tells the canvas library, before it draws, that it need not measure: sizes and handles of all elements are given. It
 * would read both from the page for each element that appears, and have the page laid out for that.
 */
export function useKnownSizes(): void {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: measuresNothing }));
}
