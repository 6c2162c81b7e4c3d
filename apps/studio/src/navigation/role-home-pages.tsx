import { Button, Group, Select, Text } from "@mantine/core";
import type { Navigation } from "@rivulet/model";
import { Plus } from "lucide-react";
import { RowActions } from "../controls/row-actions.tsx";
import { navigationMessages } from "../messages/navigation-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { setRoleHomePages } from "./edit-navigation.ts";

type Row = NonNullable<Navigation["roleHomePages"]>[number];

/** Other home pages for some user roles: the first row that fits counts. */
export function RoleHomePages({ rows }: { rows: readonly Row[] }) {
  const { store } = useProject();
  const index = useIndex();
  const roles = index.settings?.security.userRoles.map(({ name }) => name) ?? [];
  const free = roles.find((role) => !rows.some(({ userRole }) => userRole === role));
  const change = (position: number, row: Row) => setRoleHomePages(store, rows.with(position, row));
  return (
    <section aria-label={navigationMessages.roleHomePages}>
      <Group justify="space-between" mb={6}>
        <div>
          <Text size="sm" fw={550}>
            {navigationMessages.roleHomePages}
          </Text>
          <Text size="xs" c="dimmed">
            {navigationMessages.roleHomePagesHint}
          </Text>
        </div>
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          disabled={free === undefined}
          data-testid="add-role-home-page"
          onClick={() =>
            free !== undefined && setRoleHomePages(store, [...rows, { userRole: free, page: "" }])
          }
        >
          {navigationMessages.addRoleHomePage}
        </Button>
      </Group>
      {rows.map((row, position) => (
        <Group
          // A row is known by its place: a role may stand in two.
          // oxlint-disable-next-line react/no-array-index-key
          key={position}
          gap={8}
          wrap="nowrap"
          className="rv-role-home-page"
          data-testid={`role-home-page-${row.userRole}`}
        >
          <Select
            aria-label={navigationMessages.userRole}
            w={170}
            data={[...new Set([row.userRole, ...roles])]}
            value={row.userRole}
            allowDeselect={false}
            onChange={(userRole) => userRole !== null && change(position, { ...row, userRole })}
          />
          <PickerField
            label={navigationMessages.homePageOf(row.userRole)}
            isLabelHidden
            title={navigationMessages.selectPage}
            rows={pickerRows(index, "page")}
            value={row.page}
            testId={`field-homePage-${row.userRole}`}
            onChange={(page) => change(position, { ...row, page })}
          />
          <RowActions
            name={navigationMessages.homePageOf(row.userRole)}
            onDelete={() => setRoleHomePages(store, rows.toSpliced(position, 1))}
          />
        </Group>
      ))}
    </section>
  );
}
