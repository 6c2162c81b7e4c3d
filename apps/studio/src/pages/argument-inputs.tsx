import { TextInput } from "@mantine/core";
import { microflowParameters } from "@rivulet/activities";
import { isPaging } from "@rivulet/pages";
import { formatDataType } from "@rivulet/values";
import { ArgumentFields, type CallParameter, objectParameters } from "../fields/argument-fields.tsx";
import { fieldMessages } from "../messages/field-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { useWidgetForm } from "./widget-form-context.ts";

type Written = Readonly<Record<string, string>>;

interface ArgumentInputsProps {
  readonly field: string;
  /** The microflow or page that takes them. */
  readonly target: { readonly kind: "microflow" | "page" | "snippet"; readonly name: string };
  readonly value: Written;
  readonly onChange: (value: Written) => void;
  /** Whether they are for the data source of a list, which tells the microflow by itself where it is. */
  readonly isOfList?: boolean;
}

/** A parameter that the list gives its data source by itself. */
function GivenArgument({ name, type }: CallParameter) {
  return (
    <TextInput
      label={fieldMessages.argument(name, type && formatDataType(type))}
      description={pageMessages.givenByListHint}
      value={pageMessages.givenByList}
      readOnly
      variant="filled"
      data-testid={`field-argument-${name}`}
    />
  );
}

/** An expression for each parameter of a microflow or page. One that is left empty takes the object around. */
export function ArgumentInputs({ field, target, value, onChange, isOfList = false }: ArgumentInputsProps) {
  const { index, scope, isReadOnly, findings } = useWidgetForm();
  const parameters =
    target.kind === "microflow"
      ? (microflowParameters(target.name, index) ?? [])
      : objectParameters(index[target.kind](target.name)?.parameters);
  // What is written for it all the same is a problem, and stays to be removed.
  const isGiven = ({ name, type }: CallParameter) => isOfList && isPaging(type) && !value[name];
  return (
    <>
      {parameters.filter(isGiven).map(({ name, type }) => (
        <GivenArgument key={name} name={name} type={type} />
      ))}
      <ArgumentFields
        parameters={parameters.filter((parameter) => !isGiven(parameter))}
        value={value}
        scope={scope}
        isReadOnly={isReadOnly}
        problemOf={(name) =>
          findings.find((finding) => finding.field === `${field}.arguments.${name}`)?.message
        }
        onChange={onChange}
      />
    </>
  );
}
