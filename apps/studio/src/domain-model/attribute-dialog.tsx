import { Select, Textarea, TextInput } from "@mantine/core";
import { type AttributeRecord, type JsonValue, nameFault } from "@rivulet/model";
import { dataTypeOfAttribute } from "@rivulet/values";
import { useMemo, useState } from "react";
import { ValueInput } from "../controls/value-input.tsx";
import { isWritable, readValueText, showValueText } from "../controls/value-text.ts";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex } from "../project/use-project.tsx";
import { type AttributeKind, attributeKinds } from "./attribute-type-label.ts";

type AttributeType = AttributeRecord["attributeType"];

const texts = domainModelMessages;

const kindChoices = attributeKinds.map((value) => ({ value, label: texts.attributeKinds[value] }));

function typeOfKind(kind: AttributeKind, present: AttributeType): AttributeType {
  if (kind === "enumeration") {
    return { kind, enumeration: present.kind === "enumeration" ? present.enumeration : "" };
  }
  return { kind };
}

/** What a new attribute of a kind starts with (reference logic.md section 4). */
const usualDefaults: Partial<Record<AttributeKind, JsonValue>> = {
  integer: 0,
  long: 0,
  decimal: "0",
  boolean: false,
};

interface DefaultFieldProps {
  readonly type: AttributeType;
  readonly text: string;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The default value: chosen where there are few values, else written. Bytes have none. */
function DefaultField({ type, text, fault, onChange }: DefaultFieldProps) {
  const testId = "field-attribute-default";
  const shared = { label: texts.defaultValue, description: texts.defaultHint };
  if (type.kind === "binary") return null;
  const writable = dataTypeOfAttribute(type);
  if (isWritable(writable) && (writable.kind === "boolean" || writable.kind === "enumeration")) {
    return (
      <ValueInput
        {...shared}
        type={writable}
        value={writable.kind === "boolean" ? text === "true" : text}
        testId={testId}
        onCommit={(json) => onChange(showValueText(json))}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      classNames={{ input: "rv-value" }}
      value={text}
      error={fault}
      data-testid={testId}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface AttributeDialogProps {
  readonly attribute: AttributeRecord;
  readonly isNew: boolean;
  /** Names of the other attributes, inherited ones too. */
  readonly taken: ReadonlySet<string>;
  readonly onSave: (attribute: AttributeRecord) => void;
  readonly onClose: () => void;
}

function useAttributeDraft(attribute: AttributeRecord, taken: ReadonlySet<string>) {
  const [draft, setDraft] = useState(attribute);
  const [text, setText] = useState(() => showValueText(attribute.defaultValue));
  const { attributeType, name } = draft;
  const type = dataTypeOfAttribute(attributeType);
  const reading = isWritable(type) ? readValueText(text, type) : { json: undefined };
  const needsEnumeration = attributeType.kind === "enumeration" && attributeType.enumeration === "";
  const faults = {
    name: nameFault(name) ?? (taken.has(name) ? texts.attributeTaken(name) : undefined),
    default: "fault" in reading ? reading.fault : undefined,
    enumeration: needsEnumeration ? texts.enumerationNeeded : undefined,
  };
  const whole = (): AttributeRecord => {
    const { defaultValue: _old, ...rest } = draft;
    const json = "json" in reading ? reading.json : undefined;
    return json === undefined ? rest : { ...rest, defaultValue: json };
  };
  return { draft, setDraft, text, setText, faults, whole };
}

/** Name, type and default of an attribute. */
export function AttributeDialog({ attribute, isNew, taken, onSave, onClose }: AttributeDialogProps) {
  const index = useIndex();
  const enumerations = useMemo(() => pickerRows(index, "enumeration"), [index]);
  const { draft, setDraft, text, setText, faults, whole } = useAttributeDraft(attribute, taken);
  const { attributeType } = draft;
  const choose = (wanted: string | null) => {
    const kind = attributeKinds.find((each) => each === wanted);
    if (!kind) return;
    setDraft({ ...draft, attributeType: typeOfKind(kind, attributeType) });
    setText(showValueText(usualDefaults[kind]));
  };
  return (
    <FormDialog
      title={isNew ? texts.newAttributeTitle : texts.attributeTitle(attribute.name)}
      size={480}
      isBlocked={Object.values(faults).some((fault) => fault !== undefined)}
      onSubmit={() => onSave(whole())}
      onClose={onClose}
    >
      <TextInput
        label={texts.name}
        value={draft.name}
        error={faults.name}
        spellCheck={false}
        data-autofocus
        data-testid="field-attribute-name"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Select
        label={texts.type}
        data={kindChoices}
        value={attributeType.kind}
        data-testid="field-attribute-type"
        onChange={choose}
      />
      {attributeType.kind === "enumeration" && (
        <PickerField
          label={texts.enumeration}
          title={texts.selectEnumeration}
          rows={enumerations}
          value={attributeType.enumeration}
          testId="field-attribute-enumeration"
          onChange={(enumeration) =>
            setDraft({ ...draft, attributeType: { kind: "enumeration", enumeration } })
          }
        />
      )}
      <DefaultField type={attributeType} text={text} fault={faults.default} onChange={setText} />
      <Textarea
        label={texts.documentation}
        value={draft.documentation ?? ""}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => setDraft({ ...draft, documentation: event.currentTarget.value || undefined })}
      />
    </FormDialog>
  );
}
