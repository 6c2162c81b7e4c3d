import { Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { type AttributeRecord, type JsonValue, nameFault } from "@rivulet/model";
import { scalarFromJson } from "@rivulet/values";
import { useMemo, useState } from "react";
import { Dialog } from "../dialogs/dialog.tsx";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import { useIndex } from "../project/use-project.tsx";
import { attributeKinds } from "./attribute-type-label.ts";

type AttributeType = AttributeRecord["attributeType"];

function typeOfKind(kind: AttributeType["kind"], present: AttributeType): AttributeType {
  if (kind === "enumeration") {
    return { kind, enumeration: present.kind === "enumeration" ? present.enumeration : "" };
  }
  return { kind };
}

/** What a new attribute of a kind starts with (reference logic.md section 4). */
const usualDefaults: Partial<Record<AttributeType["kind"], JsonValue>> = {
  integer: 0,
  long: 0,
  decimal: "0",
  boolean: false,
};

/** A default as it is written, as value JSON; `undefined` for none. */
function defaultJson(kind: AttributeType["kind"], text: string): JsonValue | undefined {
  if (text === "") return undefined;
  if (kind === "boolean") return text === "true";
  const isSmallWhole = (kind === "integer" || kind === "long") && /^-?\d{1,15}$/.test(text);
  return isSmallWhole ? Number(text) : text;
}

export interface AttributeDialogProps {
  readonly attribute: AttributeRecord;
  /** Names of the other attributes. */
  readonly taken: ReadonlySet<string>;
  readonly onSave: (attribute: AttributeRecord) => void;
  readonly onClose: () => void;
}

/** Name, type and default of an attribute. */
export function AttributeDialog({ attribute, taken, onSave, onClose }: AttributeDialogProps) {
  const index = useIndex();
  const enumerations = useMemo(() => pickerRows(index, "enumeration"), [index]);
  const [draft, setDraft] = useState(attribute);
  const [text, setText] = useState(String(attribute.defaultValue ?? ""));
  const { kind } = draft.attributeType;
  const json = defaultJson(kind, text);
  const fault =
    nameFault(draft.name) ?? (taken.has(draft.name) ? "Another attribute has this name." : undefined);
  const defaultFault =
    json !== undefined && scalarFromJson(kind, json) === undefined
      ? "This is no value of that type."
      : undefined;
  const choose = (next: AttributeType["kind"] | null) => {
    if (next === null) return;
    setDraft({ ...draft, attributeType: typeOfKind(next, draft.attributeType) });
    setText(String(usualDefaults[next] ?? ""));
  };
  return (
    <Dialog onClose={onClose} title="Attribute" size={480}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (fault !== undefined || defaultFault !== undefined) return;
          const { defaultValue: _old, ...rest } = draft;
          onSave(json === undefined ? rest : { ...rest, defaultValue: json });
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Name"
            value={draft.name}
            error={fault}
            data-autofocus
            data-testid="field-attribute-name"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Select
            label="Type"
            data={attributeKinds.map(({ kind: value, label }) => ({ value, label }))}
            value={kind}
            allowDeselect={false}
            data-testid="field-attribute-type"
            onChange={choose}
          />
          {draft.attributeType.kind === "enumeration" && (
            <PickerField
              label="Enumeration"
              title="Select enumeration"
              rows={enumerations}
              value={draft.attributeType.enumeration}
              testId="field-attribute-enumeration"
              onChange={(enumeration) =>
                setDraft({ ...draft, attributeType: { kind: "enumeration", enumeration } })
              }
            />
          )}
          {kind === "boolean" ? (
            <Select
              label="Default value"
              data={["false", "true"]}
              value={text === "true" ? "true" : "false"}
              allowDeselect={false}
              data-testid="field-attribute-default"
              onChange={(next) => setText(next ?? "false")}
            />
          ) : (
            kind !== "binary" && (
              <TextInput
                label="Default value"
                placeholder="empty"
                value={text}
                error={defaultFault}
                data-testid="field-attribute-default"
                onChange={(event) => setText(event.currentTarget.value)}
              />
            )
          )}
          <Textarea
            label="Documentation"
            value={draft.documentation ?? ""}
            autosize
            minRows={2}
            onChange={(event) =>
              setDraft({ ...draft, documentation: event.currentTarget.value || undefined })
            }
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={fault !== undefined || defaultFault !== undefined}>
              OK
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
