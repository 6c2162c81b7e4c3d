import "./navigation.css";
import { Button, Text, TextInput } from "@mantine/core";
import type { Navigation, ProjectIndex } from "@rivulet/model";
import { checkNavigation } from "@rivulet/pages";
import { Compass, ExternalLink, Plus } from "lucide-react";
import { Fragment, useState } from "react";
import { DocumentPage, PageSection } from "../controls/document-page.tsx";
import { HeadedTable } from "../controls/headed-table.tsx";
import { navigationMessages } from "../messages/navigation-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import { addMenuItem, noNavigation, setApplicationTitle, setHomePage } from "./edit-navigation.ts";
import { MenuItemRow } from "./menu-item-row.tsx";
import { menuRows } from "./menu-tree.ts";
import { RoleHomePages } from "./role-home-pages.tsx";

/** What is wrong with each item of the menu, by its id. */
function problemsOfItems(
  navigation: Navigation,
  index: ProjectIndex,
): ReadonlyMap<string, readonly string[]> {
  const problems = new Map<string, string[]>();
  for (const { field, message } of checkNavigation(navigation, index)) {
    const position = /^navigation\.menu\[(\d+)\]/.exec(field)?.[1];
    const item = position === undefined ? undefined : navigation.menu[Number(position)];
    if (item) problems.set(item.id, [...(problems.get(item.id) ?? []), message]);
  }
  return problems;
}

/** What is wrong with an item, under its row. */
function ItemProblems({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <tr className="rv-menu-problems">
      <td colSpan={3}>
        {messages.map((message) => (
          <Text key={message} size="xs" c="red">
            {message}
          </Text>
        ))}
      </td>
    </tr>
  );
}

function MenuTable({ added }: { added: string | undefined }) {
  const index = useIndex();
  const navigation = useRecord("project", "project")?.navigation ?? noNavigation;
  const { menu } = navigation;
  if (menu.length === 0) return <div className="rv-panel rv-panel-empty">{navigationMessages.empty}</div>;
  const problems = problemsOfItems(navigation, index);
  return (
    <div className="rv-panel">
      <HeadedTable
        columns={[
          { label: navigationMessages.item },
          { label: navigationMessages.target },
          { label: navigationMessages.actions, isHidden: true },
        ]}
        className="rv-menu-rows"
      >
        {menuRows(menu).map((row) => {
          const isFresh = row.item.id === added && !row.item.action;
          return (
            <Fragment key={row.item.id}>
              <MenuItemRow {...row} menu={menu} isNew={row.item.id === added} />
              {!isFresh && <ItemProblems messages={problems.get(row.item.id) ?? []} />}
            </Fragment>
          );
        })}
      </HeadedTable>
    </div>
  );
}

/** What the running application is called, where it opens, and its menu. */
export function NavigationEditor() {
  const { store } = useProject();
  const index = useIndex();
  const settings = useRecord("project", "project");
  const [added, setAdded] = useState<string>();
  const { title = "", homePage, roleHomePages = [] } = settings?.navigation ?? noNavigation;
  return (
    <DocumentPage icon={Compass} title={navigationMessages.navigation} subtitle={navigationMessages.subtitle}>
      <PageSection
        title={navigationMessages.application}
        action={
          <Button
            component="a"
            href="/app"
            target="rivulet-application"
            variant="default"
            leftSection={<ExternalLink size={14} />}
          >
            {navigationMessages.open}
          </Button>
        }
      >
        <TextInput
          label={navigationMessages.title}
          description={navigationMessages.titleHint}
          placeholder={settings?.name ?? ""}
          value={title}
          data-testid="field-title"
          onChange={(event) => setApplicationTitle(store, event.currentTarget.value)}
        />
        <PickerField
          label={navigationMessages.homePage}
          title={navigationMessages.selectPage}
          rows={pickerRows(index, "page")}
          value={homePage}
          testId="field-homePage"
          onChange={(page) => setHomePage(store, page)}
          onClear={() => setHomePage(store, undefined)}
        />
        <RoleHomePages rows={roleHomePages} />
      </PageSection>
      <PageSection
        title={navigationMessages.menu}
        description={navigationMessages.menuHint}
        action={
          <Button
            variant="default"
            leftSection={<Plus size={14} />}
            data-testid="new-menu-item"
            onClick={() => setAdded(addMenuItem(store))}
          >
            {navigationMessages.newItem}
          </Button>
        }
      >
        <MenuTable added={added} />
      </PageSection>
    </DocumentPage>
  );
}
