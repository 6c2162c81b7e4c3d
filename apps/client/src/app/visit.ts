const addressPattern = /^\/app\/([A-Za-z_]\w*\.[A-Za-z_]\w*)$/;

/** What the browser remembers with an entry of its history. */
export interface Visit {
  /** The open page, also one with objects, which has no address of its own. */
  readonly opening: string;
  /** How many pages of the application stand before it in the history. */
  readonly depth: number;
}

/** What the present entry of the history remembers; none where no page of the application was shown. */
export function presentVisit(): Visit | undefined {
  const visit = history.state as Partial<Visit> | null;
  return typeof visit?.opening === "string" && typeof visit.depth === "number"
    ? { opening: visit.opening, depth: visit.depth }
    : undefined;
}

/** Name of the page in the address; none for one with objects, and where the application begins. */
export function pageInAddress(): string | undefined {
  return addressPattern.exec(location.pathname)?.[1];
}

/** A page that takes the place of another begins at its top; so does the keyboard, where what had the focus is gone. */
export function beginAtTop(): void {
  const main = document.querySelector("main");
  for (let element: Element | null = main; element; element = element.parentElement) element.scrollTop = 0;
  if (document.activeElement === document.body) main?.focus({ preventScroll: true });
}
