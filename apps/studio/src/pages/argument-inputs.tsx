import { microflowParameters } from "@rivulet/activities";
import { ArgumentFields, objectParameters } from "../fields/argument-fields.tsx";
import { useWidgetForm } from "./widget-form-context.ts";

type Written = Readonly<Record<string, string>>;

interface ArgumentInputsProps {
  readonly field: string;
  /** The microflow or page that takes them. */
  readonly target: { readonly kind: "microflow" | "page" | "snippet"; readonly name: string };
  readonly value: Written;
  readonly onChange: (value: Written) => void;
}

/** An expression for each parameter of a microflow or page. One that is left empty takes the object around. */
export function ArgumentInputs({ field, target, value, onChange }: ArgumentInputsProps) {
  const { index, scope, isReadOnly, findings } = useWidgetForm();
  const parameters =
    target.kind === "microflow"
      ? (microflowParameters(target.name, index) ?? [])
      : objectParameters(index[target.kind](target.name)?.parameters);
  return (
    <ArgumentFields
      parameters={parameters}
      value={value}
      scope={scope}
      isReadOnly={isReadOnly}
      problemOf={(name) =>
        findings.find((finding) => finding.field === `${field}.arguments.${name}`)?.message
      }
      onChange={onChange}
    />
  );
}
