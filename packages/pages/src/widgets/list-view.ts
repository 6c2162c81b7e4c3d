import { defineWidget } from "../definition.ts";

/** Shows each object of a list. */
export const listView = defineWidget({
  kind: "listView",
  label: "List view",
  group: "data",
  icon: "list",
  summary: "Shows each object of a list by the widgets in it; more of them at a click on Load more.",
  holdsWidgets: true,
  fields: [
    {
      name: "source",
      kind: "dataSource",
      label: "Data source",
      documentation:
        "Where the list comes from: a microflow that returns one, or an association of the object around. A microflow with a parameter of System.Paging gives it page by page: it is called again by each Load more.",
      isRequired: true,
      gives: "list",
    },
    {
      name: "pageSize",
      kind: "number",
      label: "Page size",
      documentation: "How many objects are shown at first, and how many more by each Load more.",
      isRequired: true,
      minimum: 1,
      maximum: 1000,
      initialValue: 10,
    },
    {
      name: "emptyText",
      kind: "text",
      label: "Text when empty",
      documentation: "What stands there when the list has no objects.",
      isRequired: false,
      initialValue: "There is nothing here yet.",
    },
    {
      name: "editable",
      kind: "choice",
      label: "Editable",
      documentation:
        "Whether the inputs in its rows can be changed; rows with inputs have no click of their own.",
      isRequired: false,
      initialValue: "never",
      options: [
        { value: "never", label: "Never" },
        { value: "default", label: "As each input says" },
      ],
    },
    {
      name: "onClick",
      kind: "action",
      label: "On click",
      documentation: "What a click on a row does, with its object.",
      isRequired: false,
    },
  ],
});
