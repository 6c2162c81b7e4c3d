import { Stack, Text, Textarea } from "@mantine/core";
import type { PageLayoutRecord, SnippetRecord } from "@rivulet/model";
import { controlMessages } from "../messages/control-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { changePage } from "./edit-page.ts";
import { PageParameters } from "./page-parameters.tsx";
import { renameParameter } from "./rename-parameter.ts";

/** What a layout or a snippet has besides its widgets; shown while none of them is selected. */
export function PartProperties({ document }: { document: PageLayoutRecord | SnippetRecord }) {
  const project = useProject();
  const isReadOnly = project.isReadOnly(document.id);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {pageMessages.partHints[document.type]}
      </Text>
      {document.type === "snippet" && (
        <PageParameters
          parameters={document.parameters ?? []}
          isReadOnly={isReadOnly}
          onChange={(parameters) =>
            changePage<"snippet">(project.store, document, {
              label: pageMessages.parameters,
              changes: { parameters: parameters && [...parameters] },
            })
          }
          onRename={(names) => renameParameter(project, document, names)}
        />
      )}
      <Textarea
        label={controlMessages.documentation}
        value={document.documentation ?? ""}
        readOnly={isReadOnly}
        autosize
        minRows={3}
        data-testid="field-documentation"
        onChange={({ currentTarget: { value } }) =>
          changePage(project.store, document, {
            label: controlMessages.documentation,
            changes: { documentation: value === "" ? undefined : value },
          })
        }
      />
    </Stack>
  );
}
