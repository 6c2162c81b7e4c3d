import { Button, Input, ScrollArea, Text, TextInput, UnstyledButton } from "@mantine/core";
import { type AssociationChoice, readField } from "@rivulet/activities";
import type { AssociationStep, ProjectIndex } from "@rivulet/model";
import { ChevronDown, ChevronRight, Search } from "lucide-react";
import { useState } from "react";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { fieldMessages } from "../messages/field-messages.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import type { FieldEditorProps } from "./field-editor.ts";
import { type KnownVariable, knownVariables } from "./known-variables.ts";

interface VariableBranch {
  readonly variable: string;
  readonly entity: string;
  readonly steps: readonly AssociationStep[];
}

const lastName = (name: string) => name.slice(name.lastIndexOf(".") + 1);

/** The object variables with the associations of their entities, from both ends. */
function branches(index: ProjectIndex, variables: readonly KnownVariable[]): VariableBranch[] {
  const found: VariableBranch[] = [];
  for (const { name, type } of variables) {
    if (type.kind === "object")
      found.push({ variable: name, entity: type.entity, steps: index.associationsOf(type.entity) });
  }
  return found;
}

function matches(step: AssociationStep, query: string): boolean {
  const text = `${step.association.name} ${step.other}`.toLowerCase();
  return text.includes(query.trim().toLowerCase());
}

interface Picked {
  readonly start: string;
  readonly choice: AssociationChoice;
}

function pickedAt(variable: string, { association, end }: AssociationStep): Picked {
  return { start: variable, choice: { association: association.name, end } };
}

const isSame = (left: Picked | undefined, right: Picked) =>
  left?.start === right.start &&
  left.choice.association === right.choice.association &&
  left.choice.end === right.choice.end;

/** The first association that a search finds. */
function firstFound(tree: readonly VariableBranch[], query: string): Picked | undefined {
  for (const { variable, steps } of tree) {
    const step = steps.find((candidate) => matches(candidate, query));
    if (step) return pickedAt(variable, step);
  }
  return undefined;
}

function AssociationDialog(props: {
  value: Picked | undefined;
  onSelect: (picked: Picked) => void;
  onClose: () => void;
}) {
  const { index, scope } = useElementForm();
  const [query, setQuery] = useState("");
  const [picked, setPicked] = useState(props.value);
  const tree = branches(index, knownVariables(scope));
  // What is searched is taken by Enter, as in the other pickers.
  const taken = picked ?? (query.trim() === "" ? undefined : firstFound(tree, query));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const toggle = (variable: string) => {
    const next = new Set(folded);
    if (!next.delete(variable)) next.add(variable);
    setFolded(next);
  };
  return (
    <FormDialog
      title={fieldMessages.selectAssociation}
      size={620}
      isBlocked={!taken}
      onSubmit={() => taken && props.onSelect(taken)}
      onClose={props.onClose}
    >
      <TextInput
        aria-label={fieldMessages.search}
        placeholder={fieldMessages.searchAssociations}
        leftSection={<Search size={14} />}
        data-autofocus
        data-testid="association-search"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setPicked(undefined);
        }}
      />
      <ScrollArea h={340} type="auto">
        {tree.length === 0 && (
          <Text c="dimmed" ta="center" mt="xl">
            {fieldMessages.nothingThere.object}
          </Text>
        )}
        <div role="tree" aria-label={fieldMessages.variables}>
          {tree.map((branch) => {
            const steps = branch.steps.filter((step) => matches(step, query));
            const isOpen = !folded.has(branch.variable);
            return (
              <div
                key={branch.variable}
                role="treeitem"
                aria-expanded={isOpen}
                aria-selected={false}
                tabIndex={-1}
              >
                <UnstyledButton
                  className="rv-picker-row"
                  data-testid={`association-variable-${branch.variable}`}
                  onClick={() => toggle(branch.variable)}
                >
                  <span className="rv-tree-label">
                    {isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
                    <span className="rv-expression">${branch.variable}</span>
                  </span>
                  <span className="rv-option-note">{branch.entity}</span>
                </UnstyledButton>
                {isOpen && steps.length === 0 && (
                  <Text size="xs" c="dimmed" pl={34}>
                    {branch.steps.length === 0 ? fieldMessages.noAssociations : fieldMessages.noneFits}
                  </Text>
                )}
                {isOpen &&
                  steps.map((step) => {
                    const { name } = step.association;
                    const next = pickedAt(branch.variable, step);
                    const isPicked = isSame(taken, next);
                    return (
                      <UnstyledButton
                        key={`${name}:${step.end}`}
                        className="rv-picker-row rv-picker-child"
                        aria-pressed={isPicked}
                        data-active={isPicked || undefined}
                        data-testid={`association-${branch.variable}-${lastName(name)}`}
                        onClick={() => setPicked(next)}
                        onDoubleClick={() => props.onSelect(next)}
                      >
                        <span>
                          {lastName(name)} <span className="rv-option-note">({lastName(step.other)})</span>
                        </span>
                        <span className="rv-option-note">
                          {(step.isSingle ? fieldMessages.objectOf : fieldMessages.listOf)(step.other)}
                        </span>
                      </UnstyledButton>
                    );
                  })}
              </div>
            );
          })}
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
