import { MultiSelect, TextInput } from "@mantine/core";
import type { ModuleRecord, ProjectIndex, ProjectSettings } from "@rivulet/model";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { RowActions } from "../controls/row-actions.tsx";
import { securityMessages } from "../messages/security-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import {
  deleteModuleRole,
  deleteUserRole,
  moduleRoleNameFault,
  renameRoleOfModule,
  renameUserRole,
  setMeaning,
  setModuleRoles,
  userRoleNameFault,
} from "./edit-security.ts";

type Security = ProjectSettings["security"];

/** All roles of modules, grouped for a choice. */
function moduleRoleChoices(index: ProjectIndex) {
  return index
    .modules()
    .filter(({ roles }) => roles.length > 0)
    .map((module) => ({
      group: module.name,
      items: module.roles.map(({ name }) => ({
        value: `${module.name}.${name}`,
        label: `${module.name}.${name}`,
      })),
    }));
}

interface UserRoleRowProps {
  readonly security: Security;
  readonly role: Security["userRoles"][number];
  /** It was added just now: its name takes the keyboard. */
  readonly isNew: boolean;
}

/** A user role with the module roles that it holds. */
export function UserRoleRow({ security, role: { name, moduleRoles }, isNew }: UserRoleRowProps) {
  const { store } = useProject();
  const index = useIndex();
  return (
    <tr data-testid={`user-role-${name}`}>
      <td>
        <DraftTextInput
          aria-label={securityMessages.nameOf(name)}
          value={name}
          takesFocus={isNew}
          faultOf={(text) => userRoleNameFault(security, text, name)}
          onCommit={(to) => renameUserRole(store, name, to)}
        />
      </td>
      <td>
        <MultiSelect
          aria-label={securityMessages.rolesOf(name)}
          placeholder={moduleRoles.length === 0 ? securityMessages.chooseRoles : ""}
          data={moduleRoleChoices(index)}
          value={[...moduleRoles]}
          onChange={(roles) => setModuleRoles(store, name, roles)}
        />
      </td>
      <td>
        <RowActions name={name} onDelete={() => deleteUserRole(store, name)} />
      </td>
    </tr>
  );
}

/** The microflows of a module that ask for one of its roles. */
function askedForBy(index: ProjectIndex, module: ModuleRecord, role: string): string {
  const names = index
    .children(module.id)
    .flatMap((record) =>
      record.type === "microflow" && record.allowedRoles.includes(role) ? [record.name] : [],
    );
  return names.length === 0 ? securityMessages.unused : securityMessages.usedBy(names.join(", "));
}

interface ModuleRoleRowProps {
  readonly module: ModuleRecord;
  readonly role: ModuleRecord["roles"][number];
  readonly isNew: boolean;
}

/** A role of a module, what it stands for, and what asks for it. */
export function ModuleRoleRow({ module, role: { name, documentation = "" }, isNew }: ModuleRoleRowProps) {
  const project = useProject();
  const index = useIndex();
  return (
    <tr data-testid={`module-role-${name}`}>
      <td>
        <DraftTextInput
          aria-label={securityMessages.nameOf(name)}
          value={name}
          takesFocus={isNew}
          faultOf={(text) => moduleRoleNameFault(module, text, name)}
          onCommit={(to) => renameRoleOfModule(project, module, { from: name, to })}
        />
      </td>
      <td>
        <TextInput
          aria-label={securityMessages.meaningOf(name)}
          value={documentation}
          description={askedForBy(index, module, name)}
          onChange={(event) =>
            setMeaning(project.store, module, { name, documentation: event.currentTarget.value })
          }
        />
      </td>
      <td>
        <RowActions name={name} onDelete={() => deleteModuleRole(project, module, name)} />
      </td>
    </tr>
  );
}
