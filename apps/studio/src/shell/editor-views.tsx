import { type ComponentType, lazy, type ReactNode } from "react";
import { MicroflowEditor } from "../canvas/microflow-editor.tsx";
import type { CommandScope } from "../commands/command.ts";
import { useProject } from "../project/use-project.tsx";
import type { TabTarget } from "../workspace/tabs.ts";

// The microflow is what people come for; every other editor is loaded when it is first opened.
const ConstantEditor = lazy(async () => ({
  default: (await import("../constants/constant-editor.tsx")).ConstantEditor,
}));
const DataPage = lazy(async () => ({ default: (await import("../data/data-page.tsx")).DataPage }));
const DomainModelEditor = lazy(async () => ({
  default: (await import("../domain-model/domain-model-editor.tsx")).DomainModelEditor,
}));
const EnumerationEditor = lazy(async () => ({
  default: (await import("../enumerations/enumeration-editor.tsx")).EnumerationEditor,
}));
const NavigationEditor = lazy(async () => ({
  default: (await import("../navigation/navigation-editor.tsx")).NavigationEditor,
}));
const PageEditor = lazy(async () => ({ default: (await import("../pages/page-editor.tsx")).PageEditor }));
const RunsPage = lazy(async () => ({ default: (await import("../runs/runs-page.tsx")).RunsPage }));
const SecurityEditor = lazy(async () => ({
  default: (await import("../security/security-editor.tsx")).SecurityEditor,
}));
const SettingsEditor = lazy(async () => ({
  default: (await import("../settings/settings-editor.tsx")).SettingsEditor,
}));

const PeopleEditor = lazy(async () => ({
  default: (await import("../people/people-editor.tsx")).PeopleEditor,
}));
const KeysEditor = lazy(async () => ({ default: (await import("../people/keys-editor.tsx")).KeysEditor }));
const AuditEditor = lazy(async () => ({ default: (await import("../people/audit-editor.tsx")).AuditEditor }));

/** An editor of the whole project: its fields are off where the project can only be looked at. */
function Lockable({ children }: { readonly children: ReactNode }) {
  const { isLocked } = useProject();
  return (
    <fieldset className="rv-lockable" disabled={isLocked}>
      {children}
    </fieldset>
  );
}

type Kind = TabTarget["kind"];
/** The target of one kind of tab. */
export type TargetOf<TargetKind extends Kind> = TabTarget & { readonly kind: TargetKind };

interface EditorView<TargetKind extends Kind> {
  readonly View: ComponentType<{ readonly target: TargetOf<TargetKind> }>;
  /** Whose shortcuts count while the editor has the focus. */
  readonly scope: CommandScope;
}

/** What each kind of tab shows. */
const editorViews: { readonly [TargetKind in Kind]: EditorView<TargetKind> } = {
  microflow: { View: ({ target }) => <MicroflowEditor id={target.id} />, scope: "canvas" },
  domainModel: { View: ({ target }) => <DomainModelEditor module={target.module} />, scope: "domainModel" },
  enumeration: { View: EnumerationEditor, scope: "everywhere" },
  constant: { View: ConstantEditor, scope: "everywhere" },
  page: { View: PageEditor, scope: "page" },
  pageLayout: { View: PageEditor, scope: "page" },
  snippet: { View: PageEditor, scope: "page" },
  navigation: {
    View: () => (
      <Lockable>
        <NavigationEditor />
      </Lockable>
    ),
    scope: "everywhere",
  },
  settings: {
    View: () => (
      <Lockable>
        <SettingsEditor />
      </Lockable>
    ),
    scope: "everywhere",
  },
  security: {
    View: () => (
      <Lockable>
        <SecurityEditor />
      </Lockable>
    ),
    scope: "everywhere",
  },
  data: { View: DataPage, scope: "everywhere" },
  runs: { View: RunsPage, scope: "everywhere" },
  people: { View: PeopleEditor, scope: "everywhere" },
  keys: { View: KeysEditor, scope: "everywhere" },
  audit: { View: AuditEditor, scope: "everywhere" },
};

/** The editor for a target. The table pairs kind and view; only the compiler cannot follow that. */
export function editorViewOf(target: TabTarget): EditorView<Kind> {
  return editorViews[target.kind] as unknown as EditorView<Kind>;
}
