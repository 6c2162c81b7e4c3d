import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { RunningProject } from "./studio.ts";

/** What the server has in a file of the project, once everything is saved. */
export async function savedFile(page: Page, { folder }: RunningProject, file: string) {
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "saved");
  return JSON.parse(await readFile(join(folder, file), "utf8"));
}
