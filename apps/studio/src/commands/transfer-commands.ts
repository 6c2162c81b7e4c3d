import { Download, Upload } from "lucide-react";
import { transferMessages } from "../messages/transfer-messages.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { exportFlow } from "../transfer/export-flow.ts";
import { pickImport } from "../transfer/start-import.ts";
import { frontMicroflow } from "../workspace/front-microflow.ts";
import type { StudioCommand } from "./command.ts";

/** Taking a microflow away as a file, and bringing one in. */
export function transferCommands(session: StudioSession): readonly StudioCommand[] {
  const { project } = session;
  const row = { group: "file", scope: "everywhere", shortcuts: [] } as const;
  return [
    {
      ...row,
      id: "exportFlow",
      label: transferMessages.exportFlow,
      currentLabel: () => {
        const microflow = frontMicroflow(project);
        return microflow ? transferMessages.exportNamed(microflow.name) : transferMessages.exportFlow;
      },
      icon: Download,
      synonyms: ["download", "JSON", "save as"],
      isEnabled: () => frontMicroflow(project) !== undefined,
      run: () => {
        const microflow = frontMicroflow(project);
        const name = microflow && project.index.qualifiedNameOf(microflow);
        if (name !== undefined) void exportFlow(session, name);
      },
    },
    {
      ...row,
      id: "importFlow",
      label: transferMessages.importFlow,
      icon: Upload,
      synonyms: ["upload", "JSON", "open file"],
      run: pickImport,
    },
  ];
}
