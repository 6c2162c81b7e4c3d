import { expect, type Locator, type Page } from "@playwright/test";

/** The studio as a person sees it: everything is found by what it is called or by its stable test id. */
export class StudioPage {
  readonly page: Page;
  readonly explorer: (name: string) => Locator;
  readonly canvas: Locator;
  readonly runButton: Locator;
  readonly runStatus: Locator;

  constructor(page: Page) {
    this.page = page;
    this.explorer = (name) => page.getByTestId(`explorer-${name}`);
    this.canvas = page.getByTestId("microflow-canvas");
    this.runButton = page.getByTestId("run");
    this.runStatus = page.getByTestId("run-status");
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.explorer("MyFirstModule")).toBeVisible();
  }

  /** Opens a document from the explorer, as a double click does. */
  async openDocument(name: string): Promise<void> {
    await this.explorer(name).dblclick();
    await expect(this.page.getByRole("tab", { name: name.split(".").at(-1) ?? name })).toBeVisible();
  }

  /** A row of the explorer by what it is called there. */
  treeItem(name: string): Locator {
    return this.page.getByRole("treeitem", { name, exact: true });
  }

  /** Shows what is in a row of the explorer. */
  async unfold(name: string): Promise<void> {
    const row = this.explorer(name);
    await row.scrollIntoViewIfNeeded();
    if ((await row.getAttribute("aria-expanded")) === "false") await row.dblclick();
    await expect(row).toHaveAttribute("aria-expanded", "true");
  }

  node(id: string): Locator {
    return this.page.getByTestId(`node-${id}`);
  }

  /** Brings the whole drawing into view. */
  async fit(): Promise<void> {
    await this.page.getByRole("button", { name: "Fit View" }).click();
  }

  async run(): Promise<void> {
    await this.runButton.click();
  }

  /** The rows of the result as text, without the heading. */
  resultRows(): Locator {
    return this.page.getByTestId("run-result").getByTestId("value-table").locator("tbody tr");
  }

  /** What the result shows in one column. */
  async resultColumn(name: string): Promise<string[]> {
    const headings = await this.page.getByTestId("run-result").getByRole("columnheader").allInnerTexts();
    const cells = this.resultRows().locator(`td:nth-child(${headings.indexOf(name) + 1})`);
    return cells.allInnerTexts();
  }

  /** The row of a variable among the values of the element that is selected. */
  variable(name: string): Locator {
    return this.page.getByTestId("step-values").getByRole("row", { name: `$${name}` });
  }
}
