import "./usage-list.css";
import type { ProjectRecord, ProjectRecords } from "@rivulet/model";
import type { Usage } from "@rivulet/refactoring";
import { recordTitle } from "../project/record-title.ts";
import { useProject } from "../project/use-project.tsx";
import { closeDialog } from "../workspace/shell-dialog.ts";
import type { TabTarget } from "../workspace/tabs.ts";
import { workspace } from "../workspace/workspace.ts";

/** The document in which a record is, and how one gets there. */
function documentOf(
  record: ProjectRecord,
  records: ProjectRecords,
): { title: string; target: TabTarget } | undefined {
  let current: ProjectRecord | undefined = record;
  while (current?.type === "element" || current?.type === "widget") current = records.get(current.parent);
  switch (current?.type) {
    case "project":
      return { title: current.name, target: { kind: "settings" } };
    case "microflow":
    case "page":
    case "pageLayout":
    case "snippet":
    case "enumeration":
    case "constant": {
      const module = records.get(current.parent);
      const prefix = module?.type === "module" ? `${module.name}.` : "";
      return { title: prefix + current.name, target: { kind: current.type, id: current.id } };
    }
    case "entity":
    case "association": {
      const module = records.get(current.parent);
      return module?.type === "module"
        ? { title: module.name, target: { kind: "domainModel", module: module.id } }
        : undefined;
    }
    default:
      return undefined;
  }
}

interface UsageListProps {
  readonly usages: readonly Usage[];
  /** Closes the dialog in which the list stands; the dialog of the shell when left out. */
  readonly onLeave?: () => void;
}

/** Where something is used; a click goes there. */
export function UsageList({ usages, onLeave = closeDialog }: UsageListProps) {
  const { index, catalog } = useProject();
  return (
    <ul className="rv-usages">
      {usages.map(({ record }) => {
        const { noun, name } = recordTitle(record, index.records, catalog);
        const document = documentOf(record, index.records);
        const go = () => {
          onLeave();
          if (document) workspace.getState().goTo({ target: document.target, records: [record.id] });
        };
        return (
          <li key={record.id}>
            <button type="button" onClick={go}>
              <span>
                {noun} {name}
              </span>
              <span className="rv-usage-document">{document?.title}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
