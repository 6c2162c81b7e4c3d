/** The colours of the heads, by their id. */
const colours = {
  "rv-arrow": "var(--rv-border-strong)",
  "rv-arrow-selected": "var(--rv-accent)",
  "rv-arrow-error": "var(--rv-error)",
};

/** Heads of the arrows, once for the whole canvas. */
export function ArrowMarkers() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true">
      <defs>
        {Object.entries(colours).map(([id, colour]) => (
          <marker
            key={id}
            id={id}
            viewBox="0 0 10 10"
            refX="8.5"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            orient="auto"
          >
            <path
              d="M 1 1.5 L 8.5 5 L 1 8.5"
              fill="none"
              stroke={colour}
              strokeWidth="1.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
