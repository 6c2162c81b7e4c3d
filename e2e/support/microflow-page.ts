import type { Locator, Page } from "@playwright/test";
import { beginning } from "./beginning.ts";
import { boxOf, drag, middleOf, type Point } from "./mouse.ts";

/** The canvas of the microflow in front, as a person with a mouse sees it. */
export class MicroflowPage {
  readonly page: Page;
  readonly canvas: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByTestId("microflow-canvas");
  }

  /** An element by what it is called: the beginning of its caption and of what it does. */
  element(name: string): Locator {
    return this.canvas.getByRole("button", { name: beginning(name) });
  }

  /** The point of the sequence flow between two neighbours. */
  async between(left: Locator, right: Locator): Promise<Point> {
    const from = await boxOf(left);
    const to = await boxOf(right);
    return { x: (from.x + from.width + to.x) / 2, y: from.y + from.height / 2 };
  }

  /** The empty place inside a loop, or to the right of the last element in it. */
  async insideLoop(loop: Locator, after?: Locator): Promise<Point> {
    const frame = await boxOf(loop);
    if (!after) return { x: frame.x + frame.width / 2, y: frame.y + frame.height * 0.6 };
    const last = await boxOf(after);
    return { x: last.x + last.width + 40, y: last.y + last.height / 2 };
  }

  /** Clicks the canvas where nothing is drawn: near its upper corner. */
  async clickNowhere(): Promise<void> {
    const { x, y } = await boxOf(this.canvas);
    await this.page.mouse.click(x + 30, y + 30);
  }

  /** Drags a row of the explorer, or an item of the toolbox, to a point of the canvas. */
  async dragIn(source: Locator, to: Point): Promise<void> {
    await source.scrollIntoViewIfNeeded();
    await drag(this.page, await middleOf(source), to);
  }

  /** Draws a sequence flow from the right side of an element to the middle of another one. */
  async join(from: Locator, to: Locator): Promise<void> {
    await from.hover();
    await drag(
      this.page,
      await middleOf(from.locator(".react-flow__handle-right.source")),
      await middleOf(to),
    );
  }

  /** Looks for an activity in the toolbox as a person does, and gives the first that is found. */
  async findInToolbox(words: string, label: string): Promise<Locator> {
    const toolbox = this.page.getByTestId("pane-toolbox");
    const search = toolbox.getByLabel("Search activities");
    if (!(await search.isVisible())) await this.page.getByRole("tab", { name: "Toolbox" }).click();
    await search.click();
    await search.press("Control+A");
    await this.page.keyboard.type(words);
    return toolbox.getByRole("option", { name: label, exact: true });
  }

  /** Brings the whole drawing into view. */
  async fit(): Promise<void> {
    await this.page.getByRole("button", { name: "Fit View" }).click();
    await this.page.waitForTimeout(300);
  }
}
