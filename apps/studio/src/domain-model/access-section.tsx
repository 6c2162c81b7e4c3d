import { Button, Checkbox, Group, NativeSelect, Text } from "@mantine/core";
import type { AttributeRight, EntityRecord, ModuleRecord } from "@rivulet/model";
import { domainModelMessages } from "../messages/domain-model-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import {
  type RightChoice,
  ruleOf,
  withCreation,
  withOthers,
  withoutRules,
  withRight,
  withRules,
} from "./access-rules.ts";

const texts = domainModelMessages.access;

interface AccessSectionProps {
  readonly draft: EntityRecord;
  readonly module: ModuleRecord;
  readonly isReadOnly: boolean;
  readonly onChange: (draft: EntityRecord) => void;
}

const rights = Object.entries(texts.rights).map(([value, label]) => ({ value, label }));
const choices = [{ value: "others", label: texts.asOthers }, ...rights];

interface CellProps extends AccessSectionProps {
  readonly role: string;
}

function AttributeCell({ draft, role, attribute, isReadOnly, onChange }: CellProps & { attribute: string }) {
  return (
    <NativeSelect
      size="xs"
      aria-label={texts.rightFor(attribute, role)}
      data={choices}
      value={ruleOf(draft, role).attributes?.[attribute] ?? "others"}
      disabled={isReadOnly}
      data-testid={`access-${role}-${attribute}`}
      onChange={(event) =>
        onChange(withRight(draft, { role, attribute }, event.currentTarget.value as RightChoice))
      }
    />
  );
}

function RoleCells({ draft, role, isReadOnly, onChange, row }: CellProps & { row: "create" | "others" }) {
  const rule = ruleOf(draft, role);
  if (row === "create")
    return (
      <Checkbox
        aria-label={texts.mayCreate(role)}
        checked={rule.mayCreate}
        disabled={isReadOnly}
        data-testid={`access-${role}-create`}
        onChange={(event) => onChange(withCreation(draft, role, event.currentTarget.checked))}
      />
    );
  return (
    <NativeSelect
      size="xs"
      aria-label={texts.rightForOthers(role)}
      data={rights}
      value={rule.others}
      disabled={isReadOnly}
      data-testid={`access-${role}-others`}
      onChange={(event) => onChange(withOthers(draft, role, event.currentTarget.value as AttributeRight))}
    />
  );
}

function RuleTable(props: AccessSectionProps) {
  const { draft, module } = props;
  const index = useIndex();
  const inherited =
    draft.generalization === undefined ? [] : (index.shape(draft.generalization)?.attributes ?? []);
  const attributes = [...inherited, ...draft.attributes].map(({ name }) => name);
  const roles = module.roles.map(({ name }) => name);
  return (
    <div className="rv-access-scroll">
      <table className="rv-access" data-testid="access-rules">
        <thead>
          <tr>
            <th scope="col">{texts.attribute}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {role}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["create", "others"] as const).map((row) => (
            <tr key={row}>
              <th scope="row">{texts[row]}</th>
              {roles.map((role) => (
                <td key={role}>
                  <RoleCells {...props} role={role} row={row} />
                </td>
              ))}
            </tr>
          ))}
          {attributes.map((attribute) => (
            <tr key={attribute}>
              <th scope="row">
                <code>{attribute}</code>
              </th>
              {roles.map((role) => (
                <td key={role}>
                  <AttributeCell {...props} role={role} attribute={attribute} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each role of the module may do with the objects of an entity in pages. */
export function AccessSection(props: AccessSectionProps) {
  const { draft, module, isReadOnly, onChange } = props;
  const roles = module.roles.map(({ name }) => name);
  const hasRules = draft.accessRules !== undefined;
  const change = () => onChange(hasRules ? withoutRules(draft) : withRules(draft, roles));
  return (
    <section aria-label={texts.title}>
      <Group justify="space-between" mb={6}>
        <Text fw={600}>{texts.title}</Text>
        {!isReadOnly && roles.length > 0 && (
          <Button variant="default" data-testid="access-toggle" onClick={change}>
            {hasRules ? texts.remove : texts.add}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed" mb={6}>
        {hasRules ? texts.ruledHint : texts.openHint}
      </Text>
      {hasRules && <RuleTable {...props} />}
    </section>
  );
}
