/** The hollow arrow at the general end of a generalization. */
export function ModelMarkers() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true">
      <defs>
        <marker
          id="rv-generalization"
          viewBox="0 0 14 14"
          refX="13"
          refY="7"
          markerWidth="14"
          markerHeight="14"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path
            d="M1 1 L13 7 L1 13 Z"
            fill="var(--rv-canvas)"
            stroke="var(--rv-border-strong)"
            strokeWidth="1.4"
          />
        </marker>
      </defs>
    </svg>
  );
}
