import { expect, type Locator, type Page } from "@playwright/test";

declare global {
  interface Window {
    pointerEvents: number;
  }
}

/** A person without a mouse. */
export class KeyboardPage {
  readonly page: Page;
  /** The element of the drawing that the keys mean. */
  readonly selected: Locator;

  constructor(page: Page) {
    this.page = page;
    this.selected = page.locator("[data-testid^=node-][data-selected]");
  }

  /** From now on everything that a mouse does is counted. */
  async watchPointer(): Promise<void> {
    await this.page.addInitScript(() => {
      window.pointerEvents = 0;
      for (const kind of ["pointerdown", "pointermove", "wheel", "dragstart"]) {
        window.addEventListener(kind, () => (window.pointerEvents += 1), { capture: true });
      }
    });
  }

  async expectNoPointer(): Promise<void> {
    expect(await this.page.evaluate(() => window.pointerEvents)).toBe(0);
  }

  /** Presses keys one after the other: `Home`, `Control+Enter`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Writes a whole text at once, as pasting does. */
  async paste(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Goes on with a key until something has the focus; fails when that leads nowhere. */
  async goTo(wanted: Locator, key: "Tab" | "ArrowDown" = "Tab"): Promise<void> {
    for (let count = 0; count < 25; count += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    await expect(wanted).toBeFocused();
  }

  /** Runs a command by its words, from the palette. */
  async command(words: string): Promise<void> {
    await this.press("Control+K");
    await expect(this.page.getByRole("dialog", { name: /commands/i })).toBeVisible();
    await this.type(words);
    await this.press("Enter");
  }

  /** Takes the first thing that a list finds, once the list shows it. */
  async find(words: string, label: string): Promise<void> {
    await this.type(words);
    await this.takeMarked(label);
  }

  /** Takes what a list marks, once it is this. */
  async takeMarked(label: string): Promise<void> {
    const active = "[data-active], [data-combobox-selected], [aria-selected=true]";
    const option = this.page.locator(`[role=option]:not([data-testid^=toolbox]):is(${active})`);
    await expect(option.filter({ hasText: label })).toBeVisible();
    await this.press("Enter");
  }

  /** Goes down in the list of a field that is not written in, and takes an option. */
  async choose(label: string): Promise<void> {
    const marked = this.page.locator("[role=option][data-combobox-selected]");
    await this.press("ArrowDown");
    await expect(this.page.getByRole("option", { name: label, exact: true })).toBeVisible();
    for (let count = 0; count < 25 && (await marked.allInnerTexts())[0] !== label; count += 1) {
      await this.press("ArrowDown");
    }
    await expect(marked).toHaveText(label);
    await this.press("Enter");
  }

  /** Chooses a completion of the expression editor. */
  async complete(words: string, label: string): Promise<void> {
    await this.type(words);
    const list = this.page.locator(".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)");
    await expect(list.locator("[aria-selected=true]")).toContainText(label);
    await this.press("Enter");
  }
}
