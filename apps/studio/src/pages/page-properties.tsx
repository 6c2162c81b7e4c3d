import { MultiSelect, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { PageRecord } from "@rivulet/model";
import { controlMessages } from "../messages/control-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import { changePage } from "./edit-page.ts";
import { PageParameters } from "./page-parameters.tsx";

/** What a page has besides its widgets; shown while none of them is selected. */
export function PageProperties({ page }: { page: PageRecord }) {
  const project = useProject();
  const module = useRecord("module", page.parent);
  const isReadOnly = project.isReadOnly(page.id);
  const change = (label: string, changes: Parameters<typeof changePage>[2]["changes"]) =>
    changePage(project.store, page, { label, changes });
  const layouts = Object.entries(pageMessages.layouts).map(([value, label]) => ({ value, label }));
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
        readOnly={isReadOnly}
        data-testid="field-layout"
        onChange={(layout) =>
          layout !== null && change(pageMessages.layout, { layout: layout as PageRecord["layout"] })
        }
      />
      <PageParameters
        parameters={page.parameters ?? []}
        isReadOnly={isReadOnly}
        onChange={(parameters) => change(pageMessages.parameters, { parameters })}
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
