import { expect, test } from "vitest";
import { EventQueue } from "./event-queue.ts";

async function read<Event>(queue: EventQueue<Event>): Promise<Event[]> {
  const events: Event[] = [];
  for await (const event of queue) events.push(event);
  return events;
}

test("events come in the order in which they were pushed, those before the reading and those during it", async () => {
  const queue = new EventQueue<number>(10);
  queue.push(1);
  queue.push(2);
  const reading = read(queue);
  await Promise.resolve();
  queue.push(3);
  queue.close();
  expect(await reading).toEqual([1, 2, 3]);
});

test("a closed queue still gives what it holds, takes nothing more, and tells its end once", async () => {
  let ends = 0;
  const queue = new EventQueue<number>(10, () => (ends += 1));
  queue.push(1);
  queue.close();
  queue.close();
  queue.push(2);
  expect(await read(queue)).toEqual([1]);
  expect(ends).toBe(1);
});

test("a reader that goes away ends the queue", async () => {
  let ends = 0;
  const queue = new EventQueue<number>(10, () => (ends += 1));
  queue.push(1);
  for await (const event of queue) if (event === 1) break;
  expect(ends).toBe(1);
});

test("a reader that is too far behind is let go with what waits for it", async () => {
  const queue = new EventQueue<number>(3);
  for (const number of [1, 2, 3, 4, 5]) queue.push(number);
  expect(await read(queue)).toEqual([1, 2, 3, 4]);
});
