import { defaultJsonLimits } from "@rivulet/model";
import { openDialog } from "../workspace/shell-dialog.ts";
import type { FlowSource } from "./plan-import.ts";

/** Reads a file that was picked or dropped, and shows what importing it would do. One far too large is not read. */
export async function startImport(file: File): Promise<void> {
  const text = file.size > defaultJsonLimits.maximumLength ? undefined : await file.text();
  const source: FlowSource = { file: file.name, text };
  openDialog({ kind: "import", source });
}

/** Lets a person pick a flow file. */
export function pickImport(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void startImport(file);
  });
  input.click();
}
