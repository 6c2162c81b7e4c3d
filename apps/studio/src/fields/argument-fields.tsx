import type { ExpressionScope } from "@rivulet/expressions";
import { type DataType, formatDataType } from "@rivulet/values";
import { ExpressionInput } from "../expression-editor/expression-input.tsx";
import { fieldMessages } from "../messages/field-messages.ts";
import type { ElementFormState } from "./element-form-context.tsx";
import { fillingVariables } from "./fill-by-type.ts";

/** A parameter of a microflow, a page or a snippet. */
export interface CallParameter {
  readonly name: string;
  /** `undefined` when it is missing or wrong there. */
  readonly type: DataType | undefined;
}

/** The parameters of a page or a snippet: each takes an object. */
export function objectParameters(
  parameters: readonly { readonly name: string; readonly entity: string }[] = [],
): CallParameter[] {
  return parameters.map(({ name, entity }) => ({ name, type: { kind: "object", entity } }));
}

/** What a call begins with: objects and lists where a single variable fits. */
export function filledArguments(
  parameters: readonly CallParameter[],
  { index, scope }: ElementFormState,
): Readonly<Record<string, string>> {
  const filled = parameters.flatMap(({ name, type }) => {
    const [variable, ...others] = type ? fillingVariables({ index, scope, type }) : [];
    return variable !== undefined && others.length === 0 ? [[name, `$${variable}`] as const] : [];
  });
  return Object.fromEntries(filled);
}

interface ArgumentFieldsProps {
  readonly parameters: readonly CallParameter[];
  readonly value: Readonly<Record<string, string>>;
  readonly scope: ExpressionScope;
  readonly isReadOnly: boolean;
  /** What is wrong with the argument for a parameter. */
  readonly problemOf?: (parameter: string) => string | undefined;
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
}

/** An expression for each parameter of what is called. */
export function ArgumentFields({ parameters, value, problemOf, onChange, ...common }: ArgumentFieldsProps) {
  return parameters.map(({ name, type }) => (
    <ExpressionInput
      key={name}
      label={fieldMessages.argument(name, type && formatDataType(type))}
      value={value[name] ?? ""}
      expected={type ? [type] : []}
      problem={problemOf?.(name)}
      testId={`field-argument-${name}`}
      onChange={(text) => onChange({ ...value, [name]: text })}
      {...common}
    />
  ));
}
