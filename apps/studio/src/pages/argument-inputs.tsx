import { microflowParameters } from "@rivulet/activities";
import { type DataType, formatDataType } from "@rivulet/values";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
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
  const parameters: readonly { name: string; type: DataType | undefined }[] =
    target.kind === "microflow"
      ? (microflowParameters(target.name, index) ?? [])
      : (index[target.kind](target.name)?.parameters ?? []).map(({ name, entity }) => ({
          name,
          type: { kind: "object", entity },
        }));
  return parameters.map(({ name, type }) => (
    <ExpressionInput
      key={name}
      label={type ? `${name} (${formatDataType(type)})` : name}
      value={value[name] ?? ""}
      scope={scope}
      expected={type ? [type] : []}
      isReadOnly={isReadOnly}
      problem={findings.find((finding) => finding.field === `${field}.arguments.${name}`)?.message}
      testId={`field-argument-${name}`}
      onChange={(text) => onChange({ ...value, [name]: text })}
    />
  ));
}
