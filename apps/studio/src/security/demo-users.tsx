import { Button, Group, MultiSelect, Switch } from "@mantine/core";
import type { DemoUser, ProjectSettings } from "@rivulet/model";
import { useState } from "react";
import { PageSection } from "../controls/document-page.tsx";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { RowActions } from "../controls/row-actions.tsx";
import { securityMessages } from "../messages/security-messages.ts";
import { useProject } from "../project/use-project.tsx";
import {
  addDemoUser,
  addDemoUserOfEachRole,
  deleteDemoUser,
  demoUserNameFault,
  renameDemoUser,
  rolesWithoutDemoUser,
  setDemoUsersInProduction,
  setRolesOfDemoUser,
} from "./edit-demo-users.ts";
import { AddButton, RolesTable } from "./roles-table.tsx";

type Security = ProjectSettings["security"];

interface DemoUserRowProps {
  readonly security: Security;
  readonly user: DemoUser;
  /** It was added just now: its name takes the keyboard. */
  readonly isNew: boolean;
}

function DemoUserRow({ security, user: { name, userRoles }, isNew }: DemoUserRowProps) {
  const { store } = useProject();
  const known = security.userRoles.map((role) => role.name);
  return (
    <tr data-testid={`demo-user-${name}`}>
      <td>
        <DraftTextInput
          aria-label={securityMessages.nameOfDemoUser(name)}
          value={name}
          takesFocus={isNew}
          faultOf={(text) => demoUserNameFault(security, text, name)}
          onCommit={(to) => renameDemoUser(store, name, to)}
        />
      </td>
      <td>
        <MultiSelect
          aria-label={securityMessages.rolesOfDemoUser(name)}
          placeholder={userRoles.length === 0 ? securityMessages.chooseUserRoles : ""}
          // A role that is gone is shown until somebody takes it away.
          data={[...new Set([...known, ...userRoles])]}
          value={[...userRoles]}
          onChange={(roles) => setRolesOfDemoUser(store, name, roles)}
        />
      </td>
      <td>
        <RowActions name={name} onDelete={() => deleteDemoUser(store, name)} />
      </td>
    </tr>
  );
}

function AddButtons({ security, onAdded }: { security: Security; onAdded: (name: string) => void }) {
  const { store } = useProject();
  return (
    <Group gap={8} wrap="nowrap">
      {rolesWithoutDemoUser(security).length > 1 && (
        <Button
          variant="subtle"
          data-testid="demo-user-of-each-role"
          onClick={() => addDemoUserOfEachRole(store, security)}
        >
          {securityMessages.demoUserOfEachRole}
        </Button>
      )}
      <AddButton label={securityMessages.addDemoUser} onAdd={() => onAdded(addDemoUser(store, security))} />
    </Group>
  );
}

/** Invented people as whom the application is tried. */
export function DemoUsers({ security }: { security: Security }) {
  const { store } = useProject();
  const [added, setAdded] = useState<string>();
  const { level, demoUsers = [], demoUsersInProduction = false } = security;
  return (
    <PageSection
      title={securityMessages.demoUsers}
      description={securityMessages.demoUsersHints[level]}
      action={<AddButtons security={security} onAdded={setAdded} />}
    >
      <RolesTable
        second={securityMessages.has}
        whenEmpty={securityMessages.noDemoUsers}
        rows={demoUsers.map((user, position) => (
          // By position: a demo user keeps its row, and its keyboard focus, while it is renamed.
          // oxlint-disable-next-line react/no-array-index-key
          <DemoUserRow key={position} security={security} user={user} isNew={user.name === added} />
        ))}
      />
      {level === "production" && (
        <Switch
          mt={12}
          label={securityMessages.demoUsersInProduction}
          description={securityMessages.demoUsersInProductionHint}
          checked={demoUsersInProduction}
          data-testid="field-demoUsersInProduction"
          onChange={(event) => setDemoUsersInProduction(store, event.currentTarget.checked)}
        />
      )}
    </PageSection>
  );
}
