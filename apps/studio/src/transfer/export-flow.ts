import { notifications } from "@mantine/notifications";
import { transferMessages } from "../messages/transfer-messages.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { downloadFile } from "./download-file.ts";

/** Saves, and downloads a microflow with all that it uses as one flow file. */
export async function exportFlow({ autosave }: StudioSession, microflow: string): Promise<void> {
  try {
    await autosave.flush();
    const response = await fetch(`/api/v1/project/microflows/${encodeURIComponent(microflow)}/export`);
    if (!response.ok) {
      const { detail } = (await response.json()) as { readonly detail?: string };
      throw new Error(detail ?? response.statusText);
    }
    downloadFile(new Blob([await response.text()], { type: "application/json" }), `${microflow}.json`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    notifications.show({ color: "red", title: transferMessages.exportFailed, message });
  }
}
