import { expect, type Locator, type Page } from "@playwright/test";

/** A point of the screen, in pixels from the corner of the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something is drawn; fails when it is not on the screen. */
export async function boxOf(locator: Locator) {
  await expect(locator).toBeVisible();
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return box;
}

/** The middle of what is drawn. */
export async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Presses at one point, moves in small steps as a hand does, and lets go at another. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 4, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.up();
}

/**
 * Presses on something, and lets go when the server has answered to what the press brought about: what is under the
 * pointer must still be there.
 */
export async function pressUntilAnswer(page: Page, locator: Locator): Promise<void> {
  const { x, y } = await middleOf(locator);
  await page.mouse.move(x, y);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.mouse.down();
  await (await answer).finished();
  // Long enough for the page to show what came.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.mouse.up();
}
