import type { MenuItem, NamedRecord, Navigation, ProjectRecord } from "@rivulet/model";
import { isRefactorable, usagesOf } from "../explorer/refactor-documents.ts";
import { tutorialMessages } from "../messages/tutorial-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { isTabDocument, tabKey } from "../workspace/tabs.ts";
import { workspace } from "../workspace/workspace.ts";
import { tutorialFacts } from "./tutorial-facts.ts";

/** What a reset would take away. */
export interface TutorialReset {
  /** What the steps make. */
  readonly made: readonly NamedRecord[];
  /** Documents that use it, which could not be whole without it. */
  readonly users: readonly NamedRecord[];
  readonly menu: readonly MenuItem[];
}

/** The document, entity or association that a record belongs to. */
function ownerOf(record: ProjectRecord, project: StudioProject): ProjectRecord {
  let owner = record;
  while (!isTabDocument(owner) && "parent" in owner) {
    const above = project.record(owner.parent);
    if (!above || above.type === "module" || above.type === "project") break;
    owner = above;
  }
  return owner;
}

/** What a reset of the project for the tutorial would take away: nothing that the tutorial has nothing to do with. */
export function planReset(project: StudioProject): TutorialReset {
  const { index } = project;
  const { entity, microflow, page, menu } = tutorialFacts(index, false);
  const made = [page, microflow, entity].filter((record) => record !== undefined);
  const gone = new Map<string, NamedRecord>(made.map((record) => [record.id, record]));
  // What uses something that goes has to go too, and so on: the map grows while it is walked.
  for (const record of gone.values()) {
    for (const usage of usagesOf(record, project)) {
      const owner = ownerOf(usage.record, project);
      if (isRefactorable(owner) && owner.type !== "module") gone.set(owner.id, owner);
    }
  }
  const names = new Set([...gone.values()].map((record) => index.qualifiedNameOf(record)));
  const leadsToGone = ({ action }: MenuItem) =>
    (action?.kind === "showPage" && names.has(action.page)) ||
    (action?.kind === "callMicroflow" && names.has(action.microflow));
  return {
    made,
    users: [...gone.values()].filter((record) => !made.some(({ id }) => id === record.id)),
    menu: menu.filter(leadsToGone),
  };
}

function withoutGone(
  navigation: Navigation,
  { menu }: TutorialReset,
  names: ReadonlySet<string | undefined>,
) {
  const gone = new Set(menu.map(({ id }) => id));
  const { homePage, roleHomePages, ...rest } = navigation;
  return {
    ...rest,
    ...(homePage === undefined || names.has(homePage) ? {} : { homePage }),
    ...(roleHomePages ? { roleHomePages: roleHomePages.filter((row) => !names.has(row.page)) } : {}),
    menu: navigation.menu.filter(({ id, parent }) => !gone.has(id) && !gone.has(parent ?? "")),
  };
}

/** Takes away what the tutorial made, as one step that undo brings back. */
export function resetProject(project: StudioProject, plan: TutorialReset): void {
  const { store, index } = project;
  const records = [...plan.made, ...plan.users];
  const names = new Set(records.map((record) => index.qualifiedNameOf(record)));
  const navigation = index.settings?.navigation;
  store.transact(tutorialMessages.resetStep, (transaction) => {
    if (navigation)
      transaction.update("project", "project", { navigation: withoutGone(navigation, plan, names) });
    records.forEach(({ id }) => transaction.remove(id));
  });
  // Nobody wants to look at the places where they were.
  const { tabs, close } = workspace.getState();
  for (const tab of tabs) if ("id" in tab && store.get(tab.id) === undefined) close(tabKey(tab));
}
