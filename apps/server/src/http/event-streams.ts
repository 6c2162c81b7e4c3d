import { EventQueue } from "./event-queue.ts";
import type { ServerEvent } from "./event-stream.ts";

const maximumWaiting = 10_000;

/** All streams of events that are open, so that the server can end them with itself. */
export class EventStreams {
  readonly #open = new Set<EventQueue<ServerEvent>>();

  /**
   * Opens a stream.
   *
   * @param subscribe begins to push events and returns what stops it; `end` ends the stream after what was pushed
   */
  open(
    subscribe: (push: (event: ServerEvent) => void, end: () => void) => () => void,
  ): AsyncIterable<ServerEvent> {
    const end = new AbortController();
    const queue = new EventQueue<ServerEvent>(maximumWaiting, () => end.abort());
    this.#open.add(queue);
    const unsubscribe = subscribe(
      (event) => queue.push(event),
      () => queue.close(),
    );
    const forget = () => {
      unsubscribe();
      this.#open.delete(queue);
    };
    // It may have ended while it began: a run that was over already.
    if (end.signal.aborted) forget();
    else end.signal.addEventListener("abort", forget, { once: true });
    return queue;
  }

  /** Ends all of them. */
  close(): void {
    for (const queue of this.#open) queue.close();
  }
}
