import { ConfirmDelete } from "../explorer/confirm-delete.tsx";
import { isRefactorable, usagesOf } from "../explorer/refactor-documents.ts";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { projectMessages } from "../messages/project-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { useProject } from "../project/use-project.tsx";
import { deleteFromModel, goneWith } from "./edit-domain-model.ts";

/** What uses parts of a domain model and stays when they go: elements and pages, not their own associations. */
export function usagesOfParts(project: StudioProject, ids: readonly string[]) {
  const gone = goneWith(project, ids);
  const usages = ids.flatMap((id) => {
    const record = project.record(id);
    return isRefactorable(record) ? usagesOf(record, project) : [];
  });
  const staying = usages.filter(({ record }) => !gone.has(record.id));
  return [...new Map(staying.map((usage) => [usage.record.id, usage])).values()];
}

/** Asks before parts of a domain model that are used somewhere are taken away. */
export function DeletePartsDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const project = useProject();
  const [only] = ids.map((id) => project.record(id));
  const title =
    ids.length === 1 && isRefactorable(only)
      ? explorerMessages.deleteTitle(projectMessages.recordNouns[only.type], only.name)
      : domainModelMessages.deleteSeveral(ids.length);
  return (
    <ConfirmDelete
      title={title}
      usages={usagesOfParts(project, ids)}
      onDelete={() => deleteFromModel(project, ids)}
      onClose={onClose}
    />
  );
}
