import { MultiSelect, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { PageRecord } from "@rivulet/model";
import { controlMessages } from "../messages/control-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex, useProject, useRecord } from "../project/use-project.tsx";
import { changePage } from "./edit-page.ts";
import { PageParameters } from "./page-parameters.tsx";
import { renameParameter } from "./rename-parameter.ts";

/** The layouts that come with the application, then those of the project; one that is gone stays to be seen. */
function useLayouts(present: string): { value: string; label: string }[] {
  const index = useIndex();
  const shipped = Object.entries(pageMessages.layouts).map(([value, label]) => ({ value, label }));
  const own = index
    .all("pageLayout")
    .map(({ name }) => ({ value: name, label: pageMessages.ownLayout(name) }));
  const known = [...shipped, ...own];
  return known.some(({ value }) => value === present)
    ? known
    : [...known, { value: present, label: present }];
}

/** What a page has besides its widgets; shown while none of them is selected. */
export function PageProperties({ page }: { page: PageRecord }) {
  const project = useProject();
  const index = useIndex();
  const module = useRecord("module", page.parent);
  const isReadOnly = project.isReadOnly(page.id);
  const change = (label: string, changes: Parameters<typeof changePage<"page">>[2]["changes"]) =>
    changePage(project.store, page, { label, changes });
  const layouts = useLayouts(page.layout);
  return (
    <Stack gap="md">
      <TextInput
        label={pageMessages.title}
        description={pageMessages.titleHint}
        value={page.title}
        readOnly={isReadOnly}
        data-testid="field-title"
        onChange={(event) => change(pageMessages.title, { title: event.currentTarget.value })}
      />
      <Select
        label={pageMessages.layout}
        data={layouts}
        value={page.layout}
        error={
          index.pageLayout(page.layout) || page.layout in pageMessages.layouts
            ? undefined
            : pageMessages.goneLayout
        }
        readOnly={isReadOnly}
        data-testid="field-layout"
        onChange={(layout) => layout !== null && change(pageMessages.layout, { layout })}
      />
      <PageParameters
        parameters={page.parameters ?? []}
        isReadOnly={isReadOnly}
        onChange={(parameters) => change(pageMessages.parameters, { parameters })}
        onRename={(names) => renameParameter(project, page, names)}
      />
      <section aria-label={pageMessages.navigation}>
        <Text fw={600} mb={6}>
          {pageMessages.navigation}
        </Text>
        <MultiSelect
          label={pageMessages.visibleFor}
          description={pageMessages.visibleForHint}
          placeholder={page.visibleFor.length === 0 ? pageMessages.noRole : ""}
          data={module?.roles.map(({ name }) => name) ?? []}
          value={[...page.visibleFor]}
          readOnly={isReadOnly}
          clearable
          data-testid="field-visibleFor"
          onChange={(visibleFor) => change(pageMessages.visibleFor, { visibleFor })}
        />
      </section>
      <Textarea
        label={controlMessages.documentation}
        value={page.documentation ?? ""}
        readOnly={isReadOnly}
        autosize
        minRows={3}
        data-testid="field-documentation"
        onChange={(event) =>
          change(controlMessages.documentation, {
            documentation: event.currentTarget.value === "" ? undefined : event.currentTarget.value,
          })
        }
      />
    </Stack>
  );
}
