/** Names a widget of a page for the object around it, where there is one: an input, what can be clicked, a list. */
export function widgetKey(widget: string, object: string | undefined): string {
  return `${widget} ${object ?? ""}`;
}
