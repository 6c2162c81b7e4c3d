import type {
  ActionField,
  AttributeField,
  BooleanField,
  ChoiceField,
  ConditionField,
  TemplateField,
  TextField,
} from "../../fields/field.ts";

/** The attribute that an input shows and changes. */
export function attributeField(accepts: AttributeField["accepts"]): AttributeField {
  return {
    name: "attribute",
    kind: "attribute",
    label: "Attribute",
    documentation: "What it shows and changes: an attribute of the object around it.",
    isRequired: true,
    accepts,
  };
}

export const labelField: TemplateField = {
  name: "label",
  kind: "template",
  label: "Label",
  documentation: "What stands beside it; left empty, the name of the attribute.",
  isRequired: false,
  initialValue: "",
};

export const placeholderField: TextField = {
  name: "placeholder",
  kind: "text",
  label: "Placeholder",
  documentation: "What stands in it while it is empty.",
  isRequired: false,
};

/** Whether it can be changed. A list view or data view around it may say no for all of its inputs. */
export const editableFields: readonly [ChoiceField, ConditionField, ChoiceField] = [
  {
    name: "editable",
    kind: "choice",
    label: "Editable",
    documentation: "Whether its value can be changed.",
    isRequired: false,
    initialValue: "default",
    options: [
      { value: "default", label: "As the widget around says" },
      { value: "never", label: "Never" },
      { value: "conditionally", label: "On a condition" },
    ],
  },
  {
    name: "editableWhen",
    kind: "condition",
    label: "Editable when",
    documentation: "It can be changed while this is true.",
    isRequired: true,
    seesValue: false,
    visibleWhen: { field: "editable", is: "conditionally" },
  },
  {
    name: "readOnlyStyle",
    kind: "choice",
    label: "Read-only style",
    documentation: "How it looks while it cannot be changed.",
    isRequired: false,
    initialValue: "control",
    options: [
      { value: "control", label: "A control that cannot be changed" },
      { value: "text", label: "Its value as text" },
    ],
  },
];

export const requiredField: BooleanField = {
  name: "isRequired",
  kind: "boolean",
  label: "Required",
  documentation: "Whether there has to be a value.",
  isRequired: false,
  initialValue: false,
};

/** What a value has to be, and what is said of one that is not. `rules` are those that only this input offers. */
export function validationFields(
  rules: ChoiceField["options"] = [],
): readonly [ChoiceField, ConditionField, TextField] {
  return [
    {
      name: "validation",
      kind: "choice",
      label: "Validation",
      documentation: "What the value has to be.",
      isRequired: false,
      initialValue: "none",
      options: [
        { value: "none", label: "None" },
        ...rules,
        { value: "condition", label: "A condition holds" },
      ],
    },
    {
      name: "validWhen",
      kind: "condition",
      label: "Valid when",
      documentation: "What has to be true; $value is what was put in.",
      isRequired: true,
      seesValue: true,
      visibleWhen: { field: "validation", is: "condition" },
    },
    {
      name: "validationMessage",
      kind: "text",
      label: "Message",
      documentation:
        "What is said of a value that is missing or not valid; left empty, what the rule says itself.",
      isRequired: false,
    },
  ];
}

export const onChangeField: ActionField = {
  name: "onChange",
  kind: "action",
  label: "On change",
  documentation: "What happens after its value was changed.",
  isRequired: false,
};
