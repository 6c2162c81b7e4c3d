import type { ComponentType } from "react";
import { MicroflowEditor } from "../canvas/microflow-editor.tsx";
import type { CommandScope } from "../commands/command.ts";
import { ConstantEditor } from "../constants/constant-editor.tsx";
import { DomainModelEditor } from "../domain-model/domain-model-editor.tsx";
import { EnumerationEditor } from "../enumerations/enumeration-editor.tsx";
import { NavigationEditor } from "../navigation/navigation-editor.tsx";
import { PageEditor } from "../pages/page-editor.tsx";
import { SecurityEditor } from "../security/security-editor.tsx";
import { SettingsEditor } from "../settings/settings-editor.tsx";
import type { TabTarget } from "../workspace/tabs.ts";

type Kind = TabTarget["kind"];
/** The target of one kind of tab. */
export type TargetOf<TargetKind extends Kind> = Extract<TabTarget, { readonly kind: TargetKind }>;

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
  page: { View: PageEditor, scope: "everywhere" },
  navigation: { View: NavigationEditor, scope: "everywhere" },
  settings: { View: SettingsEditor, scope: "everywhere" },
  security: { View: SecurityEditor, scope: "everywhere" },
};

/** The editor for a target. The table pairs kind and view; only the compiler cannot follow that. */
export function editorViewOf(target: TabTarget): EditorView<Kind> {
  return editorViews[target.kind] as unknown as EditorView<Kind>;
}
