import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { printEvent, printEvents, type ServerEvent } from "./event-stream.ts";

const event = (data: string): ServerEvent => ({ event: "log", data });

test("an event is printed with its id and its data on one line", () => {
  expect(printEvent({ id: "ended", event: "state", data: { text: "two\nlines" } })).toBe(
    'id: ended\nevent: state\ndata: {"text":"two\\nlines"}\n\n',
  );
});

test("while nothing happens, comments keep the connection known to be alive", async () => {
  async function* slow() {
    yield event("first");
    await delay(40);
    yield event("second");
  }
  const printed: string[] = [];
  for await (const text of printEvents(slow(), 10)) printed.push(text);
  expect(printed.filter((text) => !text.startsWith(":"))).toEqual([
    printEvent(event("first")),
    printEvent(event("second")),
  ]);
  expect(printed).toContain(": still here\n\n");
});

test("a reader that goes away ends the source", async () => {
  let isEnded = false;
  async function* endless() {
    try {
      for (;;) yield event("again");
    } finally {
      isEnded = true;
    }
  }
  for await (const text of printEvents(endless())) {
    if (text.startsWith(":")) continue;
    expect(text).toContain("again");
    break;
  }
  expect(isEnded).toBe(true);
});
