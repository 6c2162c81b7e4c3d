import type { Page } from "@playwright/test";
import type { MeasuredPage } from "../browser/measured-page.ts";
import type { CountedPage } from "./count-renders.ts";
import { activityId } from "./large-microflow.ts";

/** Moves of the pointer in one gesture. */
const movesOfGesture = 60;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Holds the pointer down at a place and moves it to and fro, so that it ends where it began. */
async function shake({ mouse }: Page, { x, y }: Place): Promise<void> {
  for (let move = 1; move <= movesOfGesture; move += 1) {
    const way = move <= movesOfGesture / 2 ? move : movesOfGesture - move;
    await mouse.move(x + way * 4, y + way * 2);
  }
}

/**
 * A gesture of all its moves: where the pointer takes hold, how many pixels it goes before anything follows, what is counted,
 * and what shows that something followed.
 */
interface Gesture {
  readonly at: Place;
  readonly slack: number;
  readonly read: () => Promise<number>;
  readonly place: () => Promise<string | null>;
}

/** What one move of a gesture costs, without taking hold and letting go. A gesture that nothing follows is no measure. */
async function costOf(studio: MeasuredPage, { at, slack, read, place }: Gesture): Promise<number> {
  const { page } = studio;
  await page.mouse.move(at.x, at.y);
  const placeBefore = await place();
  await page.mouse.down();
  const held = { x: at.x + slack, y: at.y + slack };
  await page.mouse.move(held.x, held.y);
  // Farther than the grid that activities snap to.
  await page.mouse.move(held.x + 20, held.y + 20);
  await studio.settle();
  if ((await place()) === placeBefore) throw new Error("Nothing followed the pointer.");
  const before = await read();
  await shake(page, held);
  await studio.settle();
  const after = await read();
  await page.mouse.up();
  await studio.settle();
  return (after - before) / movesOfGesture;
}

async function middleOf(studio: MeasuredPage, activity: number): Promise<Place> {
  const box = await studio.page.getByTestId(`node-${activityId(activity)}`).boundingBox();
  if (!box) throw new Error("The activity is not on the screen.");
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** Where the canvas is. */
function viewportOf({ page }: MeasuredPage): Promise<string | null> {
  return page.locator(".react-flow__viewport").getAttribute("style");
}

/** Where the first activity is in the drawing. */
function firstActivityOf({ page }: MeasuredPage): Promise<string | null> {
  const element = page.locator(".react-flow__node", { has: page.getByTestId(`node-${activityId(0)}`) });
  return element.getAttribute("style");
}

/** CPU milliseconds of one move of the pointer while the canvas is panned. */
export async function panPerMove(studio: MeasuredPage): Promise<number> {
  const { x, y } = await middleOf(studio, 0);
  // Below the chip of its variable and above the flow to the next row there is nothing but canvas.
  const at = { x, y: y + 36 };
  return costOf(studio, { at, slack: 0, read: () => studio.cpu(), place: () => viewportOf(studio) });
}

/** CPU milliseconds of one move of the pointer while an activity is dragged. */
export function dragPerMove(studio: MeasuredPage): Promise<number> {
  return costOfDrag(studio, () => studio.cpu());
}

/** How many elements are drawn again for one move of the pointer while an activity is dragged. */
export function rendersPerMove(studio: MeasuredPage): Promise<number> {
  const count = () => studio.page.evaluate(() => (globalThis as unknown as CountedPage).elementRenders);
  return costOfDrag(studio, count);
}

async function costOfDrag(studio: MeasuredPage, read: () => Promise<number>): Promise<number> {
  const at = await middleOf(studio, 0);
  return costOf(studio, { at, slack: 4, read, place: () => firstActivityOf(studio) });
}
