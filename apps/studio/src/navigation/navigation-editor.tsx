import "./navigation.css";
import { Button, TextInput, VisuallyHidden } from "@mantine/core";
import type { MenuItem } from "@rivulet/model";
import { Compass, ExternalLink, Plus } from "lucide-react";
import { useState } from "react";
import { DocumentPage, PageSection } from "../controls/document-page.tsx";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { RowActions } from "../controls/row-actions.tsx";
import { navigationMessages } from "../messages/navigation-messages.ts";
import { IconPicker } from "../pickers/icon-picker.tsx";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import {
  addMenuItem,
  changeMenuItem,
  deleteMenuItem,
  moveMenuItem,
  noNavigation,
  setApplicationTitle,
  setHomePage,
} from "./edit-navigation.ts";

interface ItemRowProps {
  readonly item: MenuItem;
  readonly position: number;
  readonly count: number;
  readonly isNew: boolean;
}

function ItemRow({ item, position, count, isNew }: ItemRowProps) {
  const { store } = useProject();
  const index = useIndex();
  const page = item.action?.kind === "showPage" ? item.action.page : undefined;
  return (
    <tr data-testid={`menu-item-${item.caption}`}>
      <td>
        <IconPicker
          label={navigationMessages.iconOf(item.caption)}
          value={item.icon}
          onChange={(icon) => changeMenuItem(store, item, { icon })}
        />
      </td>
      <td>
        <DraftTextInput
          aria-label={navigationMessages.captionOf(item.caption)}
          value={item.caption}
          takesFocus={isNew}
          onCommit={(caption) => changeMenuItem(store, item, { caption })}
        />
      </td>
      <td>
        <PickerField
          label={navigationMessages.pageOf(item.caption)}
          isLabelHidden
          title={navigationMessages.selectPage}
          rows={pickerRows(index, "page")}
          value={page}
          testId={`field-page-${item.caption}`}
          onChange={(name) => changeMenuItem(store, item, { action: { kind: "showPage", page: name } })}
        />
      </td>
      <td>
        <RowActions
          name={item.caption}
          order={{ position, count, onMove: (by) => moveMenuItem(store, item, by) }}
          onDelete={() => deleteMenuItem(store, item)}
        />
      </td>
    </tr>
  );
}

function MenuTable({ added }: { added: string | undefined }) {
  const { menu } = useRecord("project", "project")?.navigation ?? noNavigation;
  if (menu.length === 0) return <div className="rv-panel rv-panel-empty">{navigationMessages.empty}</div>;
  return (
    <div className="rv-panel">
      <table className="rv-rows rv-menu-rows">
        <thead>
          <tr>
            <th scope="col">{navigationMessages.icon}</th>
            <th scope="col">{navigationMessages.caption}</th>
            <th scope="col">{navigationMessages.target}</th>
            <th scope="col">
              <VisuallyHidden>{navigationMessages.actions}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {menu.map((item, position) => (
            <ItemRow
              key={item.id}
              item={item}
              position={position}
              count={menu.length}
              isNew={item.id === added}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the running application is called, where it opens, and its menu. */
export function NavigationEditor() {
  const { store } = useProject();
  const index = useIndex();
  const settings = useRecord("project", "project");
  const [added, setAdded] = useState<string>();
  const { title = "", homePage } = settings?.navigation ?? noNavigation;
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
