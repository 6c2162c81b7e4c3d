/** A drag that can be given up: Esc puts everything back, and what the hand does until it lets go counts no more. */
export class DragCancel {
  /** Puts back what is dragged. */
  readonly #restore: () => void;
  #isCancelled = false;

  constructor(restore: () => void) {
    this.#restore = restore;
  }

  /** Whether the present drag was given up. */
  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  begin(): void {
    this.#isCancelled = false;
    window.addEventListener("keydown", this.#onKeyDown, { capture: true });
  }

  /** The hand has let go; gives whether what it dragged goes there. */
  end(): boolean {
    window.removeEventListener("keydown", this.#onKeyDown, { capture: true });
    const isWanted = !this.#isCancelled;
    this.#isCancelled = false;
    return isWanted;
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || this.#isCancelled) return;
    // The key means the drag, and not the selection as well.
    event.stopPropagation();
    event.preventDefault();
    this.#isCancelled = true;
    this.#restore();
  };
}
