/** The frame: top bar, explorer, tabs with the canvas, properties, and the panes below. */
export function Shell() {
  return <main>Rivulet</main>;
}
