import { notifications } from "@mantine/notifications";
import { transferMessages } from "../messages/transfer-messages.ts";
import type { StudioSession } from "../project/studio-session.ts";

/** Hands a text to the browser as a file to keep. */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by then; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Saves, and downloads a microflow with all that it uses as one flow file. */
export async function exportFlow({ autosave }: StudioSession, microflow: string): Promise<void> {
  try {
    await autosave.flush();
    const response = await fetch(`/api/v1/project/microflows/${encodeURIComponent(microflow)}/export`);
    if (!response.ok) {
      const { detail } = (await response.json()) as { readonly detail?: string };
      throw new Error(detail ?? response.statusText);
    }
    download(await response.text(), `${microflow}.json`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    notifications.show({ color: "red", title: transferMessages.exportFailed, message });
  }
}
