import { defineWidget } from "../definition.ts";

/** Shows one object; with inputs in it, it is a form. */
export const dataView = defineWidget({
  kind: "dataView",
  label: "Data view",
  group: "data",
  icon: "file-text",
  summary: "Shows one object by the widgets in it.",
  holdsWidgets: true,
  fields: [
    {
      name: "source",
      kind: "dataSource",
      label: "Data source",
      documentation: "Where the object comes from: a parameter of the page, a microflow, or an association.",
      isRequired: true,
      gives: "object",
    },
    {
      name: "emptyText",
      kind: "text",
      label: "Text when empty",
      documentation: "What stands there when there is no object.",
      isRequired: false,
      initialValue: "There is nothing here yet.",
    },
    {
      name: "editable",
      kind: "choice",
      label: "Editable",
      documentation: "Whether the inputs in it can be changed.",
      isRequired: false,
      initialValue: "default",
      options: [
        { value: "default", label: "As each input says" },
        { value: "never", label: "Never" },
      ],
    },
  ],
});
