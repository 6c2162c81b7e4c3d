import { ActionIcon, Button, Select, Textarea, TextInput, Tooltip } from "@mantine/core";
import { KeyRound, Plus, Trash2 } from "lucide-react";
import { memo, useCallback, useMemo, useState } from "react";
import { dataMessages } from "../messages/data-messages.ts";
import { attributeTypes } from "./attribute.ts";
import { type FormRow, faultsOfRows, isWrittenAsJson, withType } from "./form-rows.ts";

const types = attributeTypes.map((value) => ({ value, label: dataMessages.typeNames[value] }));
const booleans = ["true", "false"];
/** Attributes that are shown at once: an item may have thousands. */
const shownAtOnce = 60;
const mostLines = 8;

/** As many lines as the value has, within reason; long texts are broken, so their length counts as well. */
const linesOf = (text: string) =>
  Math.min(
    mostLines,
    Math.max(text.split("\n", mostLines).length, Math.ceil(text.slice(0, 600).length / 44), 1),
  );

interface ValueFieldProps {
  readonly row: FormRow;
  readonly isFixed: boolean;
  /** Where somebody begins to write. */
  readonly isFirst: boolean;
  readonly fault: string | undefined;
  readonly onChange: (row: FormRow) => void;
}

function ValueField({ row, isFixed, isFirst, fault, onChange }: ValueFieldProps) {
  const label = dataMessages.valueOf(row.name);
  if (row.type === "NULL") return <span className="rv-item-null">{dataMessages.typeNames.NULL}</span>;
  if (row.type === "BOOL") {
    return (
      <Select
        aria-label={label}
        data={booleans}
        data-autofocus={isFirst || undefined}
        value={row.text}
        allowDeselect={false}
        onChange={(text) => text !== null && onChange({ ...row, text })}
      />
    );
  }
  const hint =
    row.type === "B" ? dataMessages.base64 : isWrittenAsJson(row.type) ? dataMessages.asJson : undefined;
  return (
    <Textarea
      className={row.type === "S" ? undefined : "rv-item-code"}
      aria-label={label}
      placeholder={hint ?? (row.type === "S" ? dataMessages.emptyText : undefined)}
      rows={linesOf(row.text)}
      spellCheck={false}
      value={row.text}
      readOnly={isFixed}
      data-autofocus={isFirst || undefined}
      error={fault}
      data-testid={`value-${row.name}`}
      onChange={(event) => onChange({ ...row, text: event.currentTarget.value })}
    />
  );
}

interface RowProps extends ValueFieldProps {
  readonly position: number;
  readonly isKey: boolean;
  readonly onRemove: (id: number) => void;
}

const AttributeRow = memo(function AttributeRow({ position, isKey, onRemove, ...field }: RowProps) {
  const { row, isFixed, onChange } = field;
  return (
    <div className="rv-item-row" role="group" aria-label={row.name || dataMessages.nameOf(position)}>
      <TextInput
        aria-label={dataMessages.nameOf(position)}
        value={row.name}
        readOnly={isKey}
        rightSection={isKey && <KeyRound size={12} aria-label={dataMessages.isKey} />}
        data-testid={`name-${position}`}
        onChange={(event) => onChange({ ...row, name: event.currentTarget.value })}
      />
      <Select
        aria-label={dataMessages.typeOfAttribute(row.name)}
        data={types}
        value={row.type}
        allowDeselect={false}
        readOnly={isKey}
        onChange={(type) => type !== null && onChange(withType(row, type))}
      />
      <ValueField {...field} />
      <Tooltip label={isKey ? dataMessages.isKey : dataMessages.removeAttribute(row.name)}>
        <ActionIcon
          size={28}
          variant="subtle"
          aria-label={dataMessages.removeAttribute(row.name)}
          disabled={isKey || isFixed}
          onClick={() => onRemove(row.id)}
        >
          <Trash2 size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
});

interface ItemFormProps {
  readonly rows: readonly FormRow[];
  /** The names of the key, which stay; of an item that is there already, their values as well. */
  readonly fixed: readonly string[];
  readonly isNew: boolean;
  readonly attribute: string | undefined;
  /** Changes the rows; has to be the same function each time, so that only the row that changed is drawn again. */
  readonly onRows: (change: (rows: readonly FormRow[]) => readonly FormRow[]) => void;
}

/** An item as rows of name, type and value. */
export function ItemForm({ rows, fixed, isNew, attribute, onRows }: ItemFormProps) {
  const [shown, setShown] = useState(shownAtOnce);
  const faults = useMemo(() => faultsOfRows(rows), [rows]);
  const isFixed = ({ name }: FormRow) => !isNew && fixed.includes(name);
  const open = rows.slice(0, shown).filter((row) => !isFixed(row) && row.type !== "NULL");
  const first = open.find(({ name }) => name === attribute) ?? open[0];
  const change = useCallback(
    (row: FormRow) => onRows((before) => before.map((each) => (each.id === row.id ? row : each))),
    [onRows],
  );
  const remove = useCallback(
    (id: number) => onRows((before) => before.filter((each) => each.id !== id)),
    [onRows],
  );
  const add = () => {
    const id = rows.reduce((highest, row) => Math.max(highest, row.id), 0) + 1;
    onRows((before) => [...before, { id, name: "", type: "S", text: "" }]);
    setShown((before) => Math.max(before, rows.length + 1));
  };
  return (
    <div className="rv-item-form">
      {rows.slice(0, shown).map((row, at) => (
        <AttributeRow
          key={row.id}
          row={row}
          position={at + 1}
          isKey={fixed.includes(row.name)}
          isFixed={isFixed(row)}
          isFirst={row.id === first?.id}
          fault={faults.get(row.id)}
          onChange={change}
          onRemove={remove}
        />
      ))}
      {rows.length > shown && (
        <Button variant="default" size="compact-sm" onClick={() => setShown(shown + shownAtOnce)}>
          {dataMessages.moreRows(Math.min(shownAtOnce, rows.length - shown))}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        className="rv-item-add"
        leftSection={<Plus size={14} />}
        data-testid="add-attribute"
        onClick={add}
      >
        {dataMessages.addAttribute}
      </Button>
    </div>
  );
}
