import { entity, type ModulePart } from "../connectors/declare-connector-module.ts";

/** Lists that are read page by page: what the list view and its data source tell each other. */
export const paging: ModulePart = {
  entities: [
    entity(
      "Paging",
      "Where a list is that is read page by page. A list view makes one for its data source, and keeps it from one call to the next.",
      {
        attributes: [
          [
            "PageSize",
            "Integer",
            "How many objects to give: the page size of the list; when the page is refreshed, as many as were shown.",
          ],
          ["Offset", "Integer", "How many objects the list has already; 0 for the first page."],
          [
            "Continuation",
            "String",
            "A text of your own that says where to go on, as it was set in the call before; empty for the first page.",
          ],
          [
            "HasMore",
            "Boolean",
            "Set it to true when there are more objects. It is false at the beginning of each call.",
          ],
        ],
      },
    ),
  ],
};
