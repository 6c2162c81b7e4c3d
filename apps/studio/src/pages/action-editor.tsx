import { Checkbox, Select, Stack, TextInput } from "@mantine/core";
import type { PageAction } from "@rivulet/model";
import { readWidgetField } from "@rivulet/pages";
import { pageMessages } from "../messages/page-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import type { ActionPartProps } from "./action-part.ts";
import { ArgumentInputs } from "./argument-inputs.tsx";
import { CreateObjectEditor } from "./create-object-editor.tsx";
import { MicroflowCallOptions } from "./microflow-call-options.tsx";
import type { WidgetFieldEditorProps } from "./widget-field-editors.tsx";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

type Kind = PageAction["kind"];

function newAction(kind: Kind): PageAction {
  switch (kind) {
    case "callMicroflow":
      return { kind, microflow: "" };
    case "showPage":
      return { kind, page: "" };
    case "createObject":
      return { kind, entity: "", page: "" };
    case "openLink":
      return { kind, address: "https://" };
    default:
      return { kind };
  }
}

function CallMicroflow({ field, action, onChange }: ActionPartProps<"callMicroflow">) {
  const { index, isReadOnly } = useWidgetForm();
  const problem = useProblemAt(`${field}.microflow`);
  return (
    <>
      <PickerField
        label={pageMessages.microflow}
        title={pageMessages.selectMicroflow}
        rows={pickerRows(index, "microflow")}
        value={action.microflow}
        problem={action.microflow === "" ? undefined : problem}
        isReadOnly={isReadOnly}
        testId={`field-${field}-microflow`}
        onChange={(microflow) => onChange({ ...action, microflow, arguments: {} })}
      />
      <ArgumentInputs
        field={field}
        target={{ kind: "microflow", name: action.microflow }}
        value={action.arguments ?? {}}
        onChange={(given) => onChange({ ...action, arguments: given })}
      />
      <MicroflowCallOptions field={field} action={action} onChange={onChange} />
    </>
  );
}

function ShowPage({ field, action, onChange }: ActionPartProps<"showPage">) {
  const { index, isReadOnly } = useWidgetForm();
  const problem = useProblemAt(`${field}.page`);
  return (
    <>
      <PickerField
        label={pageMessages.page}
        title={pageMessages.selectPage}
        rows={pickerRows(index, "page")}
        value={action.page}
        problem={action.page === "" ? undefined : problem}
        isReadOnly={isReadOnly}
        testId={`field-${field}-page`}
        onChange={(page) => onChange({ ...action, page, arguments: {} })}
      />
      <ArgumentInputs
        field={field}
        target={{ kind: "page", name: action.page }}
        value={action.arguments ?? {}}
        onChange={(given) => onChange({ ...action, arguments: given })}
      />
    </>
  );
}

function EndOfForm({ field, action, onChange }: ActionPartProps<"saveChanges" | "cancelChanges">) {
  const { isReadOnly } = useWidgetForm();
  return (
    <Checkbox
      label={pageMessages.staysOpen}
      checked={action.staysOpen === true}
      disabled={isReadOnly}
      data-testid={`field-${field}-staysOpen`}
      onChange={({ currentTarget: { checked } }) => {
        const { kind } = action;
        onChange(checked ? { kind, staysOpen: true } : { kind });
      }}
    />
  );
}

function OpenLink({ field, action, onChange }: ActionPartProps<"openLink">) {
  const { isReadOnly } = useWidgetForm();
  return (
    <TextInput
      label={pageMessages.address}
      description={pageMessages.addressHint}
      value={action.address}
      error={useProblemAt(`${field}.address`)}
      readOnly={isReadOnly}
      data-testid={`field-${field}-address`}
      onChange={(event) => onChange({ ...action, address: event.currentTarget.value })}
    />
  );
}

/** What a click does. */
export function ActionEditor({ field, value, onChange }: WidgetFieldEditorProps<"action">) {
  const { isReadOnly } = useWidgetForm();
  const action = readWidgetField("action", value) ?? { kind: "nothing" };
  const { name } = field;
  const kinds = Object.entries(pageMessages.actionKinds).map(([kind, label]) => ({ value: kind, label }));
  return (
    <Stack gap="xs">
      <Select
        label={field.label}
        data={kinds}
        value={action.kind}
        readOnly={isReadOnly}
        data-testid={`field-${name}`}
        onChange={(kind) => kind !== null && onChange(newAction(kind as Kind))}
      />
      {action.kind === "callMicroflow" && <CallMicroflow field={name} action={action} onChange={onChange} />}
      {action.kind === "showPage" && <ShowPage field={name} action={action} onChange={onChange} />}
      {action.kind === "createObject" && (
        <CreateObjectEditor field={name} action={action} onChange={onChange} />
      )}
      {(action.kind === "saveChanges" || action.kind === "cancelChanges") && (
        <EndOfForm field={name} action={action} onChange={onChange} />
      )}
      {action.kind === "openLink" && <OpenLink field={name} action={action} onChange={onChange} />}
    </Stack>
  );
}
