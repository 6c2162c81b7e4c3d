import { setTimeout as delay } from "node:timers/promises";
import type { JsonValue } from "@rivulet/model";

/** One server-sent event. The last id comes back as `Last-Event-ID` when a client connects again. */
export interface ServerEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: JsonValue;
}

const heartbeatMilliseconds = 15_000;

/** Prints an event as text/event-stream. @example printEvent({ event: "state", data: { status: "running" } }) */
export function printEvent({ id, event, data }: ServerEvent): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * The text of a stream of events. A comment begins it, so that the client knows at once that it is connected; others
 * come while nothing happens, so that a connection that has died is noticed at both ends.
 */
export async function* printEvents(
  events: AsyncIterable<ServerEvent>,
  heartbeat: number = heartbeatMilliseconds,
): AsyncGenerator<string> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    yield ": connected\n\n";
    let next = iterator.next();
    for (;;) {
      const result = await nextOrSilence(next, heartbeat);
      if (result === "silence") yield ": still here\n\n";
      else if (result.done === true) return;
      else {
        yield printEvent(result.value);
        next = iterator.next();
      }
    }
  } finally {
    await iterator.return?.();
  }
}

async function nextOrSilence<Result>(next: Promise<Result>, heartbeat: number): Promise<Result | "silence"> {
  const timer = new AbortController();
  const silence = delay(heartbeat, "silence" as const, { signal: timer.signal, ref: false }).catch(
    () => "silence" as const,
  );
  try {
    return await Promise.race([next, silence]);
  } finally {
    timer.abort();
  }
}
