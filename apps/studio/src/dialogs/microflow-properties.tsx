import { Checkbox, MultiSelect, Stack, Text, Textarea } from "@mantine/core";
import type { MicroflowRecord } from "@rivulet/model";
import { resultTypes } from "../fields/result-types.ts";
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
        label="Return type"
        description="All end events of this microflow return it."
        allowed={resultTypes}
        value={microflow.returnType}
        isReadOnly={isReadOnly}
        testId="field-returnType"
        onChange={(returnType) => change("Change return type", { returnType })}
      />
      <section aria-label="Security">
        <Text fw={600} mb={6}>
          Security
        </Text>
        <Stack gap="sm">
          <MultiSelect
            label="Allowed roles"
            description="Who may run it from a page or the run API, once security is on."
            placeholder={microflow.allowedRoles.length === 0 ? "No role" : ""}
            data={module?.roles.map(({ name }) => name) ?? []}
            value={[...microflow.allowedRoles]}
            readOnly={isReadOnly}
            clearable
            data-testid="field-allowedRoles"
            onChange={(allowedRoles) => change("Change allowed roles", { allowedRoles })}
          />
          <Checkbox
            label="Internal"
            description="It has no address of its own in the run API and in OpenAPI."
            checked={microflow.isInternal ?? false}
            disabled={isReadOnly}
            data-testid="field-isInternal"
            onChange={(event) => change("Change internal", { isInternal: event.currentTarget.checked })}
          />
        </Stack>
      </section>
      <Textarea
        label="Documentation"
        value={microflow.documentation ?? ""}
        readOnly={isReadOnly}
        autosize
        minRows={3}
        data-testid="field-documentation"
        onChange={(event) =>
          change("Edit documentation", { documentation: event.currentTarget.value }, "documentation")
        }
      />
    </Stack>
  );
}
