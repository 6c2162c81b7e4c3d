import "./security.css";
import { Radio } from "@mantine/core";
import type { ModuleRecord, ProjectSettings } from "@rivulet/model";
import { Shield } from "lucide-react";
import { useState } from "react";
import { DocumentPage, PageSection } from "../controls/document-page.tsx";
import { securityMessages } from "../messages/security-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { DemoUsers } from "./demo-users.tsx";
import { addModuleRole, addUserRole, setLevel } from "./edit-security.ts";
import { ModuleRoleRow, UserRoleRow } from "./role-rows.tsx";
import { AddButton, RolesTable } from "./roles-table.tsx";

type Security = ProjectSettings["security"];

function LevelChoice({ level }: { level: Security["level"] }) {
  const { store } = useProject();
  const levels = Object.entries(securityMessages.levels);
  return (
    <Radio.Group
      aria-label={securityMessages.level}
      value={level}
      onChange={(value) => setLevel(store, value)}
    >
      <div className="rv-levels">
        {levels.map(([value, { label, hint }]) => (
          <Radio.Card
            key={value}
            value={value}
            className="rv-choice-card"
            data-testid={`field-level-${value}`}
          >
            <Radio.Indicator size="xs" />
            <div>
              <span>{label}</span>
              <p>{hint}</p>
            </div>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function UserRoles({ security }: { security: Security }) {
  const { store } = useProject();
  const [added, setAdded] = useState<string>();
  return (
    <PageSection
      title={securityMessages.userRoles}
      description={securityMessages.userRolesHint}
      action={
        <AddButton
          label={securityMessages.addUserRole}
          onAdd={() => setAdded(addUserRole(store, security))}
        />
      }
    >
      <RolesTable
        second={securityMessages.holds}
        whenEmpty={securityMessages.noUserRoles}
        rows={security.userRoles.map((role, position) => (
          // By position: a role keeps its row, and its keyboard focus, while it is renamed.
          // oxlint-disable-next-line react/no-array-index-key
          <UserRoleRow key={position} security={security} role={role} isNew={role.name === added} />
        ))}
      />
    </PageSection>
  );
}

function ModuleRoles({ module }: { module: ModuleRecord }) {
  const { store } = useProject();
  const [added, setAdded] = useState<string>();
  return (
    <PageSection
      title={securityMessages.moduleRoles(module.name)}
      description={securityMessages.moduleRolesHint}
      action={
        <AddButton
          label={securityMessages.addModuleRole}
          onAdd={() => setAdded(addModuleRole(store, module))}
        />
      }
    >
      <RolesTable
        second={securityMessages.documentation}
        whenEmpty={securityMessages.noModuleRoles}
        rows={module.roles.map((role, position) => (
          // By position: a role keeps its row, and its keyboard focus, while it is renamed.
          // oxlint-disable-next-line react/no-array-index-key
          <ModuleRoleRow key={position} module={module} role={role} isNew={role.name === added} />
        ))}
      />
    </PageSection>
  );
}

/** Who may do what: the level, the roles of people, and the roles that modules ask for. */
export function SecurityEditor() {
  const project = useProject();
  const index = useIndex();
  const { settings } = index;
  if (!settings) return null;
  const modules = index.modules().filter(({ id }) => !project.isConnector(id));
  return (
    <DocumentPage
      icon={Shield}
      title={securityMessages.title}
      subtitle={securityMessages.subtitle(settings.name)}
    >
      <PageSection title={securityMessages.level}>
        <LevelChoice level={settings.security.level} />
      </PageSection>
      <UserRoles security={settings.security} />
      <DemoUsers security={settings.security} />
      {modules.map((module) => (
        <ModuleRoles key={module.id} module={module} />
      ))}
    </DocumentPage>
  );
}
