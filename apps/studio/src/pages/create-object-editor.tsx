import { Select } from "@mantine/core";
import { entityOfSource, sourceOf } from "@rivulet/pages";
import { pageMessages } from "../messages/page-messages.ts";
import { PickerField } from "../pickers/picker-field.tsx";
import { pickerRows } from "../pickers/picker-rows.ts";
import type { ActionPartProps } from "./action-part.ts";
import { useProblemAt, useWidgetForm } from "./widget-form-context.ts";

/** The associations from the object around to many objects: over one of them the new object is linked. */
function useSteps() {
  const { index, widget, page, context } = useWidgetForm();
  const source = sourceOf(widget);
  // The click of a list or data view means the object that it shows.
  const around = source ? entityOfSource(source, page, index) : context;
  return (around === undefined ? [] : index.associationsOf(around)).filter(({ isSingle }) => !isSingle);
}

function OverAssociation({ field, action, onChange }: ActionPartProps<"createObject">) {
  const { index, isReadOnly } = useWidgetForm();
  const problem = useProblemAt(`${field}.over.association`);
  const steps = useSteps();
  const { over, entity, ...rest } = action;
  const key = (association: string, end: string) => `${association} ${end}`;
  if (steps.length === 0 && !over) return null;
  return (
    <Select
      label={pageMessages.over}
      description={pageMessages.overHint}
      data={steps.map(({ association, end, other }) => ({
        value: key(association.name, end),
        label: `${association.name.split(".")[1]} → ${other}`,
      }))}
      value={over ? key(over.association, over.end) : null}
      clearable
      readOnly={isReadOnly}
      error={problem}
      data-testid={`field-${field}-over`}
      onChange={(chosen) => {
        const step = steps.find(({ association, end }) => key(association.name, end) === chosen);
        if (!step) return onChange({ ...rest, entity });
        const fitting = index.isKindOf(entity, step.other) ? entity : step.other;
        onChange({ ...rest, entity: fitting, over: { association: step.association.name, end: step.end } });
      }}
    />
  );
}

/** Makes an object and shows it; inside a data widget it can be linked with the object there. */
export function CreateObjectEditor({ field, action, onChange }: ActionPartProps<"createObject">) {
  const { index, isReadOnly } = useWidgetForm();
  const [entityProblem, pageProblem] = [useProblemAt(`${field}.entity`), useProblemAt(`${field}.page`)];
  return (
    <>
      <PickerField
        label={pageMessages.entity}
        title={pageMessages.selectEntity}
        rows={pickerRows(index, "entity", ({ isAbstract }) => isAbstract !== true)}
        value={action.entity}
        problem={action.entity === "" ? undefined : entityProblem}
        isReadOnly={isReadOnly}
        testId={`field-${field}-entity`}
        onChange={(entity) => onChange({ kind: action.kind, entity, page: action.page })}
      />
      <OverAssociation field={field} action={action} onChange={onChange} />
      <PickerField
        label={pageMessages.page}
        title={pageMessages.selectPage}
        rows={pickerRows(index, "page", ({ parameters }) => parameters?.length === 1)}
        value={action.page}
        problem={action.page === "" ? undefined : pageProblem}
        isReadOnly={isReadOnly}
        testId={`field-${field}-page`}
        onChange={(page) => onChange({ ...action, page })}
      />
    </>
  );
}
