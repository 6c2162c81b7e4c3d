import { Checkbox, MultiSelect, Stack, Text, Textarea } from "@mantine/core";
import type { MicroflowRecord } from "@rivulet/model";
import { resultTypes } from "../fields/result-types.ts";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { DataTypeInput } from "../pickers/data-type-input.tsx";
import { useProject, useRecord } from "../project/use-project.tsx";

/** What a microflow has besides its drawing; shown while nothing on it is selected. */
export function MicroflowProperties({ microflow }: { microflow: MicroflowRecord }) {
  const project = useProject();
  const module = useRecord("module", microflow.parent);
  const isReadOnly = project.isReadOnly(microflow.id);
  const change = (label: string, changes: Partial<MicroflowRecord>, mergeKey?: string) =>
    project.store.transact(
      label,
      (transaction) => transaction.update("microflow", microflow.id, changes),
      mergeKey === undefined ? {} : { mergeKey: `${microflow.id}.${mergeKey}` },
    );
  return (
    <Stack gap="md">
      <DataTypeInput
        label={dialogMessages.returnType}
        description={dialogMessages.returnTypeHint}
        allowed={resultTypes}
        value={microflow.returnType}
        isReadOnly={isReadOnly}
        testId="field-returnType"
        onChange={(returnType) => change(dialogMessages.steps.returnType, { returnType })}
      />
      <section aria-label={dialogMessages.security}>
        <Text fw={600} mb={6}>
          {dialogMessages.security}
        </Text>
        <Stack gap="sm">
          <MultiSelect
            label={dialogMessages.allowedRoles}
            description={dialogMessages.allowedRolesHint}
            placeholder={microflow.allowedRoles.length === 0 ? dialogMessages.noRole : ""}
            data={module?.roles.map(({ name }) => name) ?? []}
            value={[...microflow.allowedRoles]}
            readOnly={isReadOnly}
            clearable
            data-testid="field-allowedRoles"
            onChange={(allowedRoles) => change(dialogMessages.steps.allowedRoles, { allowedRoles })}
          />
          <Checkbox
            label={dialogMessages.internal}
            description={dialogMessages.internalHint}
            checked={microflow.isInternal ?? false}
            disabled={isReadOnly}
            data-testid="field-isInternal"
            onChange={(event) =>
              change(dialogMessages.steps.internal, { isInternal: event.currentTarget.checked })
            }
          />
        </Stack>
      </section>
      <Textarea
        label={dialogMessages.documentation}
        value={microflow.documentation ?? ""}
        readOnly={isReadOnly}
        autosize
        minRows={3}
        data-testid="field-documentation"
        onChange={(event) =>
          change(
            dialogMessages.steps.documentation,
            { documentation: event.currentTarget.value },
            "documentation",
          )
        }
      />
    </Stack>
  );
}
