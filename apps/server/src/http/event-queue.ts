/**
 * Events on their way from whoever tells to whoever reads: waits while there are none, ends when it is closed.
 *
 * @example
 * const queue = new EventQueue<string>(100);
 * queue.push("hello");
 * for await (const event of queue) ...
 */
export class EventQueue<Event> implements AsyncIterable<Event> {
  readonly #maximumWaiting: number;
  readonly #onEnd: () => void;
  #waiting: Event[] = [];
  #isClosed = false;
  #wake: () => void = () => {};

  /**
   * @param maximumWaiting a reader that is this far behind is let go: it connects again and reads how things stand
   * @param onEnd called once, when the reader has gone or the queue was closed
   */
  constructor(maximumWaiting: number, onEnd: () => void = () => {}) {
    this.#maximumWaiting = maximumWaiting;
    this.#onEnd = onEnd;
  }

  push(event: Event): void {
    if (this.#isClosed) return;
    this.#waiting.push(event);
    if (this.#waiting.length > this.#maximumWaiting) this.close();
    this.#wake();
  }

  /** What was pushed before is still read. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#onEnd();
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event> {
    try {
      for (;;) {
        const events = this.#waiting;
        this.#waiting = [];
        yield* events;
        if (this.#waiting.length > 0) continue;
        if (this.#isClosed) return;
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      this.close();
    }
  }
}
