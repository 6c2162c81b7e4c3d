import { Button, Input, Select, Table, Text, VisuallyHidden } from "@mantine/core";
import type { FieldOf, MemberAssignment } from "@rivulet/activities";
import type { ProjectIndex } from "@rivulet/model";
import { type DataType, dataTypeOfAttribute, formatDataType } from "@rivulet/values";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { RowActions } from "../controls/row-actions.tsx";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { fieldMessages } from "../messages/field-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { NamePicker } from "../tables/name-picker.tsx";
import { namedByMember, offeredNames } from "../tables/names-for-member.ts";
import { useTableKnowledge } from "../tables/use-table-knowledge.ts";
import { useElementForm, useFieldProblem } from "./element-form-context.tsx";
import { expectedTypes } from "./expression-editor.tsx";
import { expressionFault } from "./expression-fault.ts";
import type { FieldEditorProps } from "./field-editor.ts";

interface Member {
  readonly name: string;
  readonly label: string;
  readonly types: readonly DataType[];
  readonly holdsMany: boolean;
}

/** Attributes, then the associations that the entity owns. */
function membersOf(index: ProjectIndex, entity: string): Member[] {
  const attributes = index.shape(entity)?.attributes ?? [];
  const associations = index
    .associationsOf(entity)
    .filter((step) => step.end === "owner" || step.association.isOneToOne);
  return [
    ...attributes.map(({ name, type }) => ({
      name,
      label: name,
      types: [dataTypeOfAttribute(type)],
      holdsMany: false,
    })),
    ...associations.map(({ association, other, isSingle }) => ({
      name: association.name,
      label: association.name,
      types: isSingle
        ? [{ kind: "object" as const, entity: other }]
        : [
            { kind: "object" as const, entity: other },
            { kind: "list" as const, entity: other },
          ],
      holdsMany: !isSingle,
    })),
  ];
}

interface ChangeItemProps {
  readonly field: FieldOf<"memberAssignments">;
  /** Whose members they are. */
  readonly entity: string | undefined;
  readonly members: readonly Member[];
  readonly used: ReadonlySet<string>;
  readonly value: MemberAssignment;
  readonly onSave: (item: MemberAssignment) => void;
  readonly onClose: () => void;
}

function ChangeItemDialog({ field, entity, members, used, value, onSave, onClose }: ChangeItemProps) {
  const { scope, index, isReadOnly } = useElementForm();
  const { catalog } = useProject();
  const [item, setItem] = useState(value);
  const member = members.find(({ name }) => name === item.member);
  const named = namedByMember(entity, item.member, { index, catalog });
  const { known } = useTableKnowledge().state;
  const texts = useMemo(
    () => (named === undefined ? undefined : offeredNames(known?.regions ?? [], named)),
    [known, named],
  );
  return (
    <FormDialog
      title={fieldMessages.changeItem}
      size={560}
      isBlocked={item.member === ""}
      onSubmit={() => onSave(item)}
      onClose={onClose}
    >
      <Select
        label={fieldMessages.member}
        data={members.map(({ name, label, types }) => ({
          value: name,
          label: types[0] ? `${label} (${formatDataType(types[0])})` : label,
          disabled: used.has(name) && name !== value.member,
        }))}
        value={item.member === "" ? null : item.member}
        searchable
        data-autofocus
        data-testid="field-member"
        placeholder={fieldMessages.chooseMember}
        onChange={(next) => setItem({ ...item, member: next ?? "" })}
      />
      {field.allowsAddAndRemove && member?.holdsMany && (
        <Select
          label={fieldMessages.changeType}
          data={[
            { value: "set", label: fieldMessages.operations.set },
            { value: "add", label: fieldMessages.operations.add },
            { value: "remove", label: fieldMessages.operations.remove },
          ]}
          value={item.operation ?? "set"}
          data-testid="field-operation"
          onChange={(next) => setItem({ ...item, operation: next ?? "set" })}
        />
      )}
      <ExpressionInput
        label={fieldMessages.value}
        value={item.value}
        onChange={(text) => setItem({ ...item, value: text })}
        scope={scope}
        expected={member?.types ?? []}
        problem={expressionFault(item.value, member?.types ?? [], scope)}
        texts={texts}
        testId="field-value"
      />
      {named !== undefined && (
        <NamePicker
          names={named}
          isReadOnly={isReadOnly}
          onPick={(name) => setItem({ ...item, value: `'${name}'` })}
        />
      )}
    </FormDialog>
  );
}

const noAssignments: readonly MemberAssignment[] = [];

/** The values for members of an object: a table with New, Edit and Delete. */
export function MemberAssignmentsEditor({
  field,
  value = noAssignments,
  onChange,
}: FieldEditorProps<"memberAssignments">) {
  const form = useElementForm();
  const [edited, setEdited] = useState<number>();
  const [type] = expectedTypes([field.object], form);
  const entity = type && "entity" in type ? type.entity : undefined;
  const members = entity === undefined ? [] : membersOf(form.index, entity);
  const problem = useFieldProblem(field.name);
  const replace = (at: number, item: MemberAssignment) => {
    const next = [...value];
    next[at] = item;
    onChange(next);
    setEdited(undefined);
  };
  return (
    <Input.Wrapper
      size="xs"
      label={field.label}
      description={problem ? undefined : field.documentation}
      error={problem}
    >
      <Table data-testid={`field-${field.name}`} mt={4} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{fieldMessages.member}</Table.Th>
            <Table.Th>{fieldMessages.value}</Table.Th>
            <Table.Th w={64}>
              <VisuallyHidden>{fieldMessages.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {value.map((item, at) => (
            <Table.Tr key={item.member || at} onDoubleClick={() => setEdited(at)}>
              <Table.Td>{item.member}</Table.Td>
              <Table.Td className="rv-expression">{item.value}</Table.Td>
              <Table.Td>
                {!form.isReadOnly && (
                  <RowActions
                    name={item.member}
                    onEdit={() => setEdited(at)}
                    onDelete={() => onChange(value.filter((_other, index) => index !== at))}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {value.length === 0 && (
        <Text size="sm" c="dimmed" my={6}>
          {members.length === 0 ? fieldMessages.chooseObjectFirst : fieldMessages.noMembers}
        </Text>
      )}
      <Button
        variant="default"
        leftSection={<Plus size={14} />}
        mt={4}
        disabled={members.length === 0 || form.isReadOnly}
        data-testid="new-change-item"
        onClick={() => setEdited(value.length)}
      >
        {fieldMessages.newItem}
      </Button>
      {edited !== undefined && (
        <ChangeItemDialog
          field={field}
          entity={entity}
          members={members}
          used={new Set(value.map(({ member }) => member))}
          value={value[edited] ?? { member: "", value: "" }}
          onSave={(item) => replace(edited, item)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Input.Wrapper>
  );
}
