import "./template-editor.css";
import { ActionIcon, Button, Group, Stack, Textarea } from "@mantine/core";
import {
  expressionOf,
  formatOf,
  readWidgetField,
  type TemplateArgument,
  templateArgument,
} from "@rivulet/pages";
import { Plus, Trash2 } from "lucide-react";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { pageMessages } from "../messages/page-messages.ts";
import { ArgumentFormat } from "./formats/argument-format.tsx";
import type { WidgetFieldEditorProps } from "./widget-field-editors.tsx";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

interface ArgumentEditorProps {
  readonly field: string;
  readonly position: number;
  readonly argument: TemplateArgument;
  readonly onChange: (argument: TemplateArgument) => void;
}

/** What stands for a placeholder, and how it is written. */
function ArgumentEditor({ field, position, argument, onChange }: ArgumentEditorProps) {
  const { scope, isReadOnly } = useWidgetForm();
  const [expression, format] = [expressionOf(argument), formatOf(argument)];
  const path = `${field}.arguments[${position}]`;
  const testId = `field-${field}-argument-${position + 1}`;
  return (
    <Stack gap={6} className="rv-template-argument">
      <ExpressionInput
        label={pageMessages.argument(position + 1)}
        value={expression}
        scope={scope}
        expected={[]}
        isReadOnly={isReadOnly}
        problem={useProblemAt(path)}
        testId={testId}
        onChange={(changed) => onChange(templateArgument(changed, format))}
      />
      <ArgumentFormat
        expression={expression}
        value={format}
        path={`${path}.format`}
        testId={testId}
        onChange={(changed) => onChange(templateArgument(expression, changed))}
      />
    </Stack>
  );
}

/** A text with the expressions that stand in its placeholders. */
export function TemplateEditor({ field, value: json, onChange }: WidgetFieldEditorProps<"template">) {
  const { isReadOnly } = useWidgetForm();
  const { text, arguments: given } = readWidgetField("template", json) ?? { text: "", arguments: [] };
  const inText = useProblemAt(`${field.name}.text`);
  const whole = useProblemAt(field.name);
  return (
    <Stack gap="xs">
      <Textarea
        label={field.label}
        description={field.documentation}
        autosize
        value={text}
        error={inText ?? whole}
        readOnly={isReadOnly}
        data-testid={`field-${field.name}`}
        onChange={(event) => onChange({ text: event.currentTarget.value, arguments: given })}
      />
      {given.map((argument, position) => (
        // An argument is known by its number.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={position} gap={4} wrap="nowrap" align="flex-start">
          <ArgumentEditor
            field={field.name}
            position={position}
            argument={argument}
            onChange={(changed) => onChange({ text, arguments: given.with(position, changed) })}
          />
          {!isReadOnly && (
            <ActionIcon
              mt={22}
              aria-label={pageMessages.removeArgument(position + 1)}
              onClick={() => onChange({ text, arguments: given.toSpliced(position, 1) })}
            >
              <Trash2 size={14} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!isReadOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<Plus size={13} />}
          onClick={() => onChange({ text: `${text}{${given.length + 1}}`, arguments: [...given, ""] })}
          data-testid={`field-${field.name}-add`}
        >
          {pageMessages.addArgument}
        </Button>
      )}
    </Stack>
  );
}
