import { Button, Input, ScrollArea, Text, TextInput, UnstyledButton } from "@mantine/core";
import { type AssociationChoice, readField } from "@rivulet/activities";
import type { AssociationStep, ProjectIndex } from "@rivulet/model";
import { Search } from "lucide-react";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { fieldMessages } from "../messages/field-messages.ts";
import { type SearchList, useSearchList } from "../search/use-search-list.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { type KnownVariable, knownVariables } from "./known-variables.ts";

interface Picked {
  readonly start: string;
  readonly choice: AssociationChoice;
}

/** One association that can be followed from a variable. */
interface AssociationRow extends Picked {
  readonly step: AssociationStep;
}

/** An object variable with the associations of its entity, from both ends. */
interface VariableGroup {
  readonly variable: string;
  readonly entity: string;
  readonly rows: readonly AssociationRow[];
}

const lastName = (name: string) => name.slice(name.lastIndexOf(".") + 1);

function variableGroups(index: ProjectIndex, variables: readonly KnownVariable[]): VariableGroup[] {
  return variables.flatMap(({ name: start, type }) => {
    if (type.kind !== "object") return [];
    const rows = index.associationsOf(type.entity).map((step) => ({
      start,
      choice: { association: step.association.name, end: step.end },
      step,
    }));
    return [{ variable: start, entity: type.entity, rows }];
  });
}

/** The groups with the rows that a search finds in the names of associations and of the entities behind them. */
function findAssociations(groups: readonly VariableGroup[], query: string): readonly VariableGroup[] {
  const words = query.trim().toLowerCase();
  return groups.map((group) => ({
    ...group,
    rows: group.rows.filter(({ step }) =>
      `${step.association.name} ${step.other}`.toLowerCase().includes(words),
    ),
  }));
}

const isSame = (left: Picked, right: Picked | undefined) =>
  left.start === right?.start &&
  left.choice.association === right.choice.association &&
  left.choice.end === right.choice.end;

/** A row: a click marks it, a double click takes it. */
function AssociationOption(props: {
  row: AssociationRow;
  list: SearchList;
  position: number;
  onTake: () => void;
}) {
  const { row, list, position } = props;
  const { step } = row;
  // The pointer goes over rows on its way to the button below them: only a click marks one.
  const { onMouseMove: _unused, ...option } = list.optionProps(position);
  const name = lastName(step.association.name);
  return (
    <UnstyledButton
      {...option}
      className="rv-picker-row rv-picker-child"
      tabIndex={-1}
      data-active={option["aria-selected"] || undefined}
      data-testid={`association-${row.start}-${name}`}
      onClick={() => list.select(position)}
      onDoubleClick={props.onTake}
    >
      <span>
        {name} <span className="rv-option-note">({lastName(step.other)})</span>
      </span>
      <span className="rv-option-note">
        {(step.isSingle ? fieldMessages.objectOf : fieldMessages.listOf)(step.other)}
      </span>
    </UnstyledButton>
  );
}

/**
 * A dialog to pick an association together with the variable from which it is followed; the keyboard stays in the
 * search, where arrows go through what is found and Enter takes it.
 */
function AssociationDialog(props: {
  value: Picked | undefined;
  onSelect: (picked: Picked) => void;
  onClose: () => void;
}) {
  const { index, scope } = useElementForm();
  const [query, setQuery] = useState("");
  const all = variableGroups(index, knownVariables(scope));
  const groups = findAssociations(all, query);
  const found = groups.flatMap(({ rows }) => rows);
  const take = (position: number) => {
    const row = found[position];
    if (row) props.onSelect(row);
  };
  const list = useSearchList({
    query,
    count: found.length,
    initial: Math.max(
      0,
      found.findIndex((row) => isSame(row, props.value)),
    ),
    onChoose: take,
  });
  return (
    <FormDialog
      title={fieldMessages.selectAssociation}
      size={620}
      isBlocked={found.length === 0}
      onSubmit={() => take(list.selected)}
      onClose={props.onClose}
    >
      <TextInput
        aria-label={fieldMessages.search}
        placeholder={fieldMessages.searchAssociations}
        leftSection={<Search size={14} />}
        data-autofocus
        data-testid="association-search"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        {...list.inputProps}
      />
      <ScrollArea h={340} type="auto">
        {groups.length === 0 && (
          <Text c="dimmed" ta="center" mt="xl">
            {fieldMessages.nothingThere.object}
          </Text>
        )}
        <div aria-label={fieldMessages.variables} {...list.listProps}>
          {groups.map(({ variable, entity, rows }, at) => (
            <div
              key={variable}
              role="group"
              aria-label={`$${variable}`}
              data-testid={`association-variable-${variable}`}
            >
              <div className="rv-picker-group" role="presentation">
                <span className="rv-expression">${variable}</span>
                <span className="rv-option-note">{entity}</span>
              </div>
              {rows.length === 0 && (
                <Text size="xs" c="dimmed" pl={24} role="presentation">
                  {all[at]?.rows.length === 0 ? fieldMessages.noAssociations : fieldMessages.noneFits}
                </Text>
              )}
              {rows.map((row) => (
                <AssociationOption
                  key={`${row.choice.association}:${row.choice.end}`}
                  row={row}
                  list={list}
                  position={found.indexOf(row)}
                  onTake={() => props.onSelect(row)}
                />
              ))}
            </div>
          ))}
        </div>
      </ScrollArea>
    </FormDialog>
  );
}

/** An association with the variable from which it is followed, chosen together. */
export function AssociationEditor({ field, value }: FieldEditorProps<"association">) {
  const problem = useFieldProblem(field.name);
  const { element, change, isReadOnly } = useElementForm();
  const [isOpen, setIsOpen] = useState(false);
  const start = readField("variable", element.fields[field.start]);
  const text =
    value && start !== undefined
      ? `$${start} / ${lastName(value.association)}`
      : fieldMessages.nothingSelected;
  return (
    <Input.Wrapper
      size="xs"
      label={field.label}
      description={problem ? undefined : field.documentation}
      error={problem}
    >
      <div className="rv-picker-field" data-testid={`field-${field.name}`}>
        <span className="rv-picker-value rv-expression" data-empty={!value || undefined}>
          {text}
        </span>
        <Button variant="default" disabled={isReadOnly} onClick={() => setIsOpen(true)}>
          {fieldMessages.select}
        </Button>
      </div>
      {isOpen && (
        <AssociationDialog
          value={value && start !== undefined ? { start, choice: value } : undefined}
          onClose={() => setIsOpen(false)}
          onSelect={(picked) => {
            setIsOpen(false);
            change({ [field.start]: picked.start, [field.name]: { ...picked.choice } });
          }}
        />
      )}
    </Input.Wrapper>
  );
}
