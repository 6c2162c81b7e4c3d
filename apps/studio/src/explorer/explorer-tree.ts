import type { ActivityDefinition } from "@rivulet/activities";
import type { ModuleRecord, ProjectIndex, ProjectRecord } from "@rivulet/model";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { isTabDocument, type TabTarget } from "../workspace/tabs.ts";

/** What every row of the explorer has. */
interface NodeBase {
  /** Unique in the tree and the same after a renaming. */
  readonly key: string;
  readonly label: string;
  /** Name for tests and scripts: the qualified name, or the path of a folder. */
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly children: readonly ExplorerNode[];
}

/** A row of the explorer. */
export type ExplorerNode =
  /** Opens an editor. `record` is the document behind it, where there is one of its own. */
  | (NodeBase & {
      readonly kind: "document";
      readonly target: TabTarget;
      readonly record: string | undefined;
    })
  | (NodeBase & { readonly kind: "module"; readonly module: string; readonly isConnector: boolean })
  | (NodeBase & { readonly kind: "folder"; readonly module: string; readonly folder: string })
  /** Dragged onto a page. Its path is its qualified name. */
  | (NodeBase & { readonly kind: "entity"; readonly module: string; readonly entity: string })
  /** Dragged onto a canvas. */
  | (NodeBase & { readonly kind: "activity"; readonly activity: ActivityDefinition });

/** What the explorer shows. */
export interface ExplorerSource {
  readonly index: ProjectIndex;
  readonly activities: readonly ActivityDefinition[];
  readonly isReadOnly: (id: string) => boolean;
  readonly isConnector: (id: string) => boolean;
}

// Made once: to compare two names by their own method makes one each time, 60 ms for the entities of a connector.
const alphabet = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const byLabel = (left: NodeBase, right: NodeBase) => alphabet.compare(left.label, right.label);

function documentNode(
  record: ProjectRecord,
  module: ModuleRecord,
  isReadOnly: boolean,
): ExplorerNode | undefined {
  if (!isTabDocument(record)) return undefined;
  const { id, name, type } = record;
  return {
    kind: "document",
    key: id,
    label: name,
    path: `${module.name}.${name}`,
    isReadOnly,
    children: [],
    target: { kind: type, id },
    record: id,
  };
}

function activityNodes(source: ExplorerSource, module: ModuleRecord, folder: string): ExplorerNode[] {
  return source.activities
    .filter(
      ({ kind, explorerFolders }) => kind.startsWith(`${module.name}.`) && explorerFolders.includes(folder),
    )
    .map((activity) => ({
      kind: "activity",
      key: `${folder}/${activity.kind}`,
      label: activity.label,
      path: activity.kind,
      isReadOnly: true,
      children: [],
      activity,
    }));
}

/** What is in a folder, or in the module itself: folders first, then the rest, each in order of the names. */
function contentOf(
  source: ExplorerSource,
  module: ModuleRecord,
  parent: { id: string | undefined; path: string },
) {
  const isReadOnly = source.isReadOnly(module.id);
  const folders = module.folders.filter((folder) => folder.parent === parent.id);
  const folderNodes = folders.map((folder): ExplorerNode => {
    const path = parent.path === "" ? folder.name : `${parent.path}/${folder.name}`;
    return {
      kind: "folder",
      key: `${module.id}/${folder.id}`,
      label: folder.name,
      path: `${module.name}/${path}`,
      isReadOnly,
      children: contentOf(source, module, { id: folder.id, path }),
      module: module.id,
      folder: folder.id,
    };
  });
  const known = new Set(module.folders.map(({ id }) => id));
  const documents = source.index.children(module.id).flatMap((record) => {
    // A document in a folder that is gone is shown where everybody finds it.
    const folder = "folder" in record && known.has(record.folder ?? "") ? record.folder : undefined;
    const node = folder === parent.id ? documentNode(record, module, isReadOnly) : undefined;
    return node ? [node] : [];
  });
  const activities = parent.id === undefined ? [] : activityNodes(source, module, parent.path);
  return [...folderNodes.sort(byLabel), ...[...documents, ...activities].sort(byLabel)];
}

/** The entities of a module, under its domain model. */
function entityNodes(source: ExplorerSource, module: ModuleRecord): ExplorerNode[] {
  const isReadOnly = source.isReadOnly(module.id);
  return source.index
    .children(module.id)
    .filter((record) => record.type === "entity")
    .map(
      ({ id, name }): ExplorerNode => ({
        kind: "entity",
        key: id,
        label: name,
        path: `${module.name}.${name}`,
        isReadOnly,
        children: [],
        module: module.id,
        entity: id,
      }),
    )
    .sort(byLabel);
}

type ModuleNode = Extract<ExplorerNode, { readonly kind: "module" }>;

function moduleNode(source: ExplorerSource, module: ModuleRecord): ModuleNode {
  const isReadOnly = source.isReadOnly(module.id);
  const domainModel: ExplorerNode = {
    kind: "document",
    key: `${module.id}:domainModel`,
    label: explorerMessages.domainModel,
    path: `${module.name}.DomainModel`,
    isReadOnly,
    children: entityNodes(source, module),
    target: { kind: "domainModel", module: module.id },
    record: undefined,
  };
  return {
    kind: "module",
    key: module.id,
    label: module.name,
    path: module.name,
    isReadOnly,
    children: [domainModel, ...contentOf(source, module, { id: undefined, path: "" })],
    module: module.id,
    isConnector: source.isConnector(module.id),
  };
}

const projectKinds = ["settings", "security", "navigation", "data", "runs"] as const;

function projectNode(kind: (typeof projectKinds)[number]): ExplorerNode {
  const label = explorerMessages[kind];
  return {
    kind: "document",
    key: kind,
    label,
    path: label,
    isReadOnly: false,
    children: [],
    target: { kind },
    record: undefined,
  };
}

/**
 * The project as a tree: settings, security, navigation, data and runs, the project's own modules, then the connector modules with their
 * activities in the folders that they name.
 */
export function explorerTree(source: ExplorerSource): readonly ExplorerNode[] {
  const modules = source.index.modules().map((module) => moduleNode(source, module));
  const own = modules.filter(({ isConnector }) => !isConnector).sort(byLabel);
  const connectors = modules.filter(({ isConnector }) => isConnector).sort(byLabel);
  return [...projectKinds.map(projectNode), ...own, ...connectors];
}

/** The keys of the rows over the one that opens a target, outermost first; `undefined` when there is none. */
export function pathToTarget(
  nodes: readonly ExplorerNode[],
  isTarget: (target: TabTarget) => boolean,
): readonly string[] | undefined {
  for (const node of nodes) {
    if (node.kind === "document" && isTarget(node.target)) return [];
    const below = pathToTarget(node.children, isTarget);
    if (below) return [node.key, ...below];
  }
  return undefined;
}
