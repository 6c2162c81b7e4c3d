import { Group, Select, Stack, Text, TextInput } from "@mantine/core";
import type { MenuItem, PageAction } from "@rivulet/model";
import { navigationMessages } from "../messages/navigation-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { changeMenuItem } from "./edit-navigation.ts";

/** What an item of the menu can do. */
type MenuActionKind = keyof (typeof navigationMessages)["actionKinds"];

function newAction(kind: MenuActionKind): PageAction {
  switch (kind) {
    case "showPage":
      return { kind, page: "" };
    case "callMicroflow":
      return { kind, microflow: "" };
    case "createObject":
      return { kind, entity: "", page: "" };
    case "openLink":
      return { kind, address: "https://" };
    case "signOut":
      return { kind };
  }
}

function Target({ item, action }: { item: MenuItem; action: PageAction }) {
  const { store } = useProject();
  const index = useIndex();
  const change = (changed: PageAction) => changeMenuItem(store, item, { action: changed });
  const shared = { isLabelHidden: true, testId: `field-target-${item.caption}` } as const;
  switch (action.kind) {
    case "showPage":
      return (
        <PickerField
          {...shared}
          label={navigationMessages.pageOf(item.caption)}
          title={navigationMessages.selectPage}
          rows={pickerRows(index, "page")}
          value={action.page}
          onChange={(page) => change({ kind: "showPage", page })}
        />
      );
    case "callMicroflow":
      return (
        <PickerField
          {...shared}
          label={navigationMessages.microflowOf(item.caption)}
          title={navigationMessages.selectMicroflow}
          rows={pickerRows(index, "microflow")}
          value={action.microflow}
          onChange={(microflow) => change({ kind: "callMicroflow", microflow })}
        />
      );
    case "createObject":
      return (
        <Stack gap={4} flex={1} miw={0}>
          <PickerField
            {...shared}
            testId={`field-entity-${item.caption}`}
            label={navigationMessages.entityOf(item.caption)}
            title={navigationMessages.selectEntity}
            rows={pickerRows(index, "entity", ({ isAbstract }) => isAbstract !== true)}
            value={action.entity}
            onChange={(entity) => change({ ...action, entity })}
          />
          <PickerField
            {...shared}
            label={navigationMessages.pageOf(item.caption)}
            title={navigationMessages.selectPage}
            rows={pickerRows(index, "page", ({ parameters }) => parameters?.length === 1)}
            value={action.page}
            onChange={(page) => change({ ...action, page })}
          />
        </Stack>
      );
    case "openLink":
      return (
        <TextInput
          aria-label={navigationMessages.addressOf(item.caption)}
          value={action.address}
          data-testid={shared.testId}
          onChange={(event) => change({ kind: "openLink", address: event.currentTarget.value })}
        />
      );
    default:
      return null;
  }
}

/** What a click on an item does. One that holds others only opens them. */
export function MenuTarget({ item, hasItems }: { item: MenuItem; hasItems: boolean }) {
  const { store } = useProject();
  if (hasItems && !item.action)
    return (
      <Text size="sm" c="dimmed">
        {navigationMessages.opensItems}
      </Text>
    );
  const action = item.action ?? { kind: "showPage", page: "" };
  const kinds = Object.entries(navigationMessages.actionKinds).map(([value, label]) => ({ value, label }));
  return (
    <Group gap={6} align="flex-start" className="rv-menu-target">
      <Select
        aria-label={navigationMessages.actionOf(item.caption)}
        w={150}
        data={kinds}
        value={action.kind}
        allowDeselect={hasItems}
        data-testid={`field-action-${item.caption}`}
        onChange={(kind) =>
          changeMenuItem(store, item, {
            action: kind === null ? undefined : newAction(kind as MenuActionKind),
          })
        }
      />
      <Target item={item} action={action} />
    </Group>
  );
}
