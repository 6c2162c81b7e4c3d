import { Select, Switch, Text, Textarea, TextInput } from "@mantine/core";
import { formatDataType } from "@rivulet/values";
import { Play } from "lucide-react";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { runMessages } from "../messages/run-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { useActiveConfiguration, useSession } from "../project/use-session.tsx";
import { closeDialog, type ShellDialog } from "../workspace/shell-dialog.ts";
import { parametersOf, type RunParameter, readInput } from "./parameter-values.ts";
import { rememberedInputs, rememberInputs } from "./remembered-inputs.ts";
import { rememberedRunAs, rememberRunAs } from "./run-as.ts";
import { RunAsField } from "./run-as-field.tsx";
import { startRun } from "./run-controller.ts";

interface InputProps {
  readonly parameter: RunParameter;
  readonly text: string;
  readonly fault: string | undefined;
  readonly isFirst: boolean;
  readonly onChange: (text: string) => void;
}

/** The field of a parameter, by its type. */
function ParameterInput({ parameter, text, fault, isFirst, onChange }: InputProps) {
  const { name, type, isRequired } = parameter;
  const index = useIndex();
  const shared = {
    label: name,
    description: formatDataType(type) + (isRequired ? "" : ` · ${runMessages.optional}`),
    error: fault,
    "data-testid": `field-${name}`,
    ...(isFirst ? { "data-autofocus": true } : {}),
  };
  const onType = (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange(event.currentTarget.value);
  switch (type.kind) {
    case "boolean":
      return (
        <Switch
          {...shared}
          checked={text === "true"}
          onChange={(event) => onChange(String(event.currentTarget.checked))}
        />
      );
    case "enumeration": {
      const values = index.enumeration(type.enumeration)?.values ?? [];
      const data = values.map((value) => ({ value: value.name, label: value.caption ?? value.name }));
      return (
        <Select
          {...shared}
          data={data}
          value={text === "" ? null : text}
          clearable={!isRequired}
          placeholder={runMessages.empty}
          onChange={(value) => onChange(value ?? "")}
        />
      );
    }
    case "object":
    case "list":
      return (
        <Textarea
          {...shared}
          autosize
          minRows={4}
          maxRows={14}
          placeholder={runMessages.jsonHint}
          value={text}
          onChange={onType}
          classNames={{ input: "rv-expression" }}
        />
      );
    default:
      return <TextInput {...shared} value={text} onChange={onType} autoComplete="off" />;
  }
}

/** What a run begins with: a field for each parameter, filled with what was typed the last time, and with whose rights. */
export function RunDialog({ dialog }: { dialog: Extract<ShellDialog, { readonly kind: "run" }> }) {
  const session = useSession();
  const index = useIndex();
  const configuration = useActiveConfiguration();
  const { microflow } = dialog;
  const record = index.microflow(microflow);
  const parameters = record ? parametersOf(index, record.id) : [];
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>(() =>
    rememberedInputs(record?.id ?? microflow),
  );
  const [as, setAs] = useState(() => rememberedRunAs(session.project, microflow));
  const [isTried, setIsTried] = useState(false);
  const read = parameters.map((parameter) => ({
    parameter,
    result: readInput(parameter, inputs[parameter.id] ?? ""),
  }));
  const submit = () => {
    setIsTried(true);
    const values = read.flatMap(({ parameter, result }) =>
      "value" in result ? [[parameter.name, result.value] as const] : [],
    );
    if (values.length < read.length) return;
    rememberInputs(record?.id ?? microflow, inputs);
    rememberRunAs(microflow, as);
    closeDialog();
    void startRun(session, { microflow, parameters: Object.fromEntries(values), as });
  };
  return (
    <FormDialog
      title={runMessages.dialogTitle(record?.name ?? microflow)}
      size={520}
      note={configuration !== undefined && runMessages.dialogConfiguration(configuration)}
      submitLabel={runMessages.run}
      submitIcon={<Play size={13} fill="currentColor" />}
      submitKey="F5"
      submitTestId="run-with-parameters"
      onSubmit={submit}
      onClose={closeDialog}
    >
      {record?.documentation && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-line" }}>
          {record.documentation}
        </Text>
      )}
      {read.map(({ parameter, result }, position) => (
        <ParameterInput
          key={parameter.id}
          parameter={parameter}
          text={inputs[parameter.id] ?? ""}
          fault={isTried && "fault" in result ? result.fault : undefined}
          isFirst={position === 0}
          onChange={(text) => setInputs({ ...inputs, [parameter.id]: text })}
        />
      ))}
      <RunAsField as={as} isFirst={read.length === 0} onChange={setAs} />
    </FormDialog>
  );
}
