import { entity, oneToOne } from "@rivulet/model";
import { addedPart } from "./added.ts";

const paged = ["Scan", "Query"];

/** Going on where a page ended. */
export const pages = addedPart({
  entities: [
    entity(
      "LastEvaluatedKey",
      "Where a page ended: the key of the last item that was looked at. A response without one is the last page.",
      { specializes: "AbstractItem" },
    ),
  ],
  associations: [
    ...paged.map((operation) =>
      oneToOne("LastEvaluatedKey", `${operation}Response`, "Where the page ended; nothing on the last page."),
    ),
    ...paged.map((operation) => ({
      ...oneToOne(
        "LastEvaluatedKey",
        `${operation}Request`,
        "Begin behind this item: the LastEvaluatedKey of the page before. Without one, the first page comes.",
      ),
      name: `ExclusiveStartKey_${operation}Request`,
    })),
    {
      ...oneToOne(
        "LastEvaluatedKey",
        "System.Paging",
        "Where a list that is read page by page goes on: set it to the LastEvaluatedKey of the response, and it is there in the next call, as ExclusiveStartKey of the request.",
      ),
      name: "ExclusiveStartKey_Paging",
    },
  ],
});
