import { Checkbox, Select, TextInput } from "@mantine/core";
import type { PageAction } from "@rivulet/model";
import { pageMessages } from "../messages/page-messages.ts";
import { useWidgetForm } from "./widget-form-context.ts";

type MicroflowAction = PageAction & { readonly kind: "callMicroflow" };

interface MicroflowCallOptionsProps {
  readonly field: string;
  readonly action: MicroflowAction;
  readonly onChange: (action: MicroflowAction) => void;
}

/** The action without one of its members, or with it. */
function withMember<Name extends "confirmation" | "progress" | "ignoresValidation">(
  action: MicroflowAction,
  name: Name,
  value: MicroflowAction[Name] | undefined,
): MicroflowAction {
  const { [name]: _before, ...rest } = action;
  return (value === undefined ? rest : { ...rest, [name]: value }) as MicroflowAction;
}

/** What happens around the call of a microflow: a question before it, a text while it runs, and whether a form has to hold. */
export function MicroflowCallOptions({ field, action, onChange }: MicroflowCallOptionsProps) {
  const { isReadOnly } = useWidgetForm();
  const { progress } = action;
  const kinds = Object.entries(pageMessages.progressKinds).map(([value, label]) => ({ value, label }));
  return (
    <>
      <TextInput
        label={pageMessages.confirmation}
        description={pageMessages.confirmationHint}
        value={action.confirmation ?? ""}
        readOnly={isReadOnly}
        data-testid={`field-${field}-confirmation`}
        onChange={({ currentTarget: { value } }) =>
          onChange(withMember(action, "confirmation", value === "" ? undefined : value))
        }
      />
      <Select
        label={pageMessages.progress}
        data={kinds}
        value={progress?.kind ?? "none"}
        allowDeselect={false}
        readOnly={isReadOnly}
        data-testid={`field-${field}-progress`}
        onChange={(kind) => {
          const message = progress?.message ?? "";
          const isShown = kind === "beside" || kind === "over";
          onChange(withMember(action, "progress", isShown ? { kind, message } : undefined));
        }}
      />
      {progress && (
        <TextInput
          label={pageMessages.progressMessage}
          value={progress.message}
          readOnly={isReadOnly}
          data-testid={`field-${field}-progress-message`}
          onChange={({ currentTarget: { value } }) =>
            onChange(withMember(action, "progress", { ...progress, message: value }))
          }
        />
      )}
      <Checkbox
        label={pageMessages.ignoresValidation}
        description={pageMessages.ignoresValidationHint}
        checked={action.ignoresValidation === true}
        disabled={isReadOnly}
        data-testid={`field-${field}-ignoresValidation`}
        onChange={({ currentTarget: { checked } }) =>
          onChange(withMember(action, "ignoresValidation", checked ? true : undefined))
        }
      />
    </>
  );
}
