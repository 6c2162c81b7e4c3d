import { notifications } from "@mantine/notifications";
import { layoutId } from "@rivulet/model";
import { useEffect } from "react";
import { applicationApi } from "../application/application-api.ts";
import { takeApplicationState } from "../application/application-store.ts";
import { projectMessages } from "../messages/project-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { recordTitle } from "../project/record-title.ts";
import { RemoteChanges } from "../project/remote-changes.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { useSaveState, useSession } from "../project/use-session.tsx";
import { openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { targetTitle } from "./target-title.ts";

/** Says what was changed elsewhere; positions alone are not worth a word. */
function tell({ index, catalog }: StudioProject, documents: readonly string[]): void {
  const names = documents.flatMap((id) => {
    const record = index.records.get(id.replace(/:domainModel$/, ""));
    return record && id !== layoutId(record.id) ? [recordTitle(record, index.records, catalog).name] : [];
  });
  if (names.length === 0) return;
  notifications.show({
    id: "changed-elsewhere",
    message: projectMessages.changedElsewhere([...new Set(names)].join(", ")),
    autoClose: 5_000,
  });
}

/** Says that something waits for a decision, until it is made. */
function useConflictNotice(): void {
  const { kind } = useSaveState();
  useEffect(() => {
    if (kind !== "stale") return undefined;
    const id = "conflict";
    notifications.show({
      id,
      color: "yellow",
      autoClose: false,
      title: shellMessages.stale,
      message: shellMessages.staleHint,
      onClick: () => openDialog({ kind: "conflict" }),
    });
    return () => void notifications.hide(id);
  }, [kind]);
}

/** Keeps the project as others change it: other windows, programs that write its files, Git. */
export function useRemoteChanges(): void {
  const { project, autosave, api, configuration } = useSession();
  useConflictNotice();
  useEffect(() => {
    const onTaken = (documents: readonly string[]) => {
      workspace.getState().keepTabs((target) => targetTitle(target, project.index) !== undefined);
      if (documents.includes("project")) void configuration.load().catch(() => {});
      tell(project, documents);
    };
    void applicationApi.read().then(takeApplicationState, () => {});
    const onApplication = takeApplicationState;
    return new RemoteChanges({ store: project.store, autosave, api, onTaken, onApplication }).start();
  }, [project, autosave, api, configuration]);
}
