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

/** What a gesture of all its moves costs, without taking hold and letting go. */
async function costOf(studio: MeasuredPage, at: Place, read: () => Promise<number>): Promise<number> {
  const { page } = studio;
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 4, at.y + 4);
  await studio.settle();
  const before = await read();
  await shake(page, at);
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

/** CPU milliseconds of one move of the pointer while the canvas is panned. */
export async function panPerMove(studio: MeasuredPage): Promise<number> {
  const { x, y } = await middleOf(studio, 0);
  // Below the chip of its variable and above the flow to the next row there is nothing but canvas.
  const shown = await viewportOf(studio);
  let isPanned = false;
  const cost = await costOf(studio, { x, y: y + 36 }, async () => {
    const cpu = await studio.cpu();
    isPanned ||= (await viewportOf(studio)) !== shown;
    return cpu;
  });
  if (!isPanned) throw new Error("The canvas was not panned.");
  return cost;
}

/** CPU milliseconds of one move of the pointer while an activity is dragged. */
export async function dragPerMove(studio: MeasuredPage): Promise<number> {
  return costOf(studio, await middleOf(studio, 0), () => studio.cpu());
}

/** How many elements are drawn again for one move of the pointer while an activity is dragged. */
export async function rendersPerMove(studio: MeasuredPage): Promise<number> {
  const read = () => studio.page.evaluate(() => (globalThis as unknown as CountedPage).elementRenders);
  return costOf(studio, await middleOf(studio, 0), read);
}
