import type { ConnectionCalls } from "@rivulet/aws/execute";
import {
  addItem,
  changeItem,
  deleteItem,
  type KeyedTable,
  readTableFacts,
  type Written,
} from "@rivulet/dynamodb/execute";
import { asJson, type JsonObject } from "@rivulet/model";
import { HttpProblem } from "../http/http-problem.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type InputSchema, type Route, type RouteDescription } from "../http/route.ts";
import type { AuditAction } from "../people/audit-log.ts";
import {
  type DataPlace,
  type DataRouteServices,
  dataProblems,
  readItemBody,
  withCalls,
} from "./data-calls.ts";
import {
  addBody,
  changeBody,
  deletionBody,
  itemSchema,
  longestDataRequest,
  tableParams,
} from "./data-schemas.ts";

/** A write of one item. */
interface ItemWrite<Body> {
  readonly action: AuditAction;
  /** Reads the items of the body, and says what is to be done with them. */
  readonly plan: (body: Body) => (calls: ConnectionCalls, table: KeyedTable) => Promise<Written>;
  /** Why nothing was written: somebody else was there. */
  readonly tooLate: (present: unknown) => string;
}

type ItemRoute = Pick<RouteDescription, "method" | "path" | "operation" | "summary">;

/** The item that was written. Throws `item-changed`, with the item as it is, where somebody else was there. */
function itemOf(written: Written, tooLate: (present: unknown) => string): JsonObject {
  if (written.kind === "written") return asJson({ item: written.item }) as JsonObject;
  const { present } = written;
  throw new HttpProblem("item-changed", tooLate(present), { members: asJson({ present }) as JsonObject });
}

/** A route that writes one item and notes it in the audit log, without any value. */
function itemRoute<Body extends DataPlace>(
  services: DataRouteServices,
  description: ItemRoute & { readonly body: InputSchema },
  { action, plan, tooLate }: ItemWrite<Body>,
): Route {
  return defineRoute(
    {
      ...description,
      access: "author",
      params: tableParams,
      bodyLimit: longestDataRequest,
      responses: { 200: { description: "The item as it is now.", schema: itemSchema } },
      problems: [...dataProblems, "item-changed"],
    },
    async ({ params: { table }, body, caller, signal }) => {
      const place = body as Body;
      const write = plan(place);
      const written = await withCalls(services, place, signal, async (calls) => {
        const { key } = await readTableFacts(calls, table);
        return write(calls, { table, key: key.map(({ name }) => name) });
      });
      const answer = itemOf(written, tooLate);
      await services.audit.record({ who: caller, action, subject: table, detail: place.configuration });
      return ok(answer);
    },
  );
}

const deletions = "/api/v1/tables/:table/deletions";

const unlessThere = () =>
  "There is an item with this key already, and it stays as it is. Choose another key, or open that item and change it.";
const unlessChanged = (present: unknown) =>
  `Somebody has ${present === null ? "deleted" : "changed"} this item meanwhile. Nothing was written.`;

/** Items written by hand; never over what somebody else wrote. */
export function itemRoutes(services: DataRouteServices): readonly Route[] {
  const path = "/api/v1/tables/:table/items";
  const add = { method: "POST", path, operation: "addItem", body: addBody } as const;
  const change = { method: "PATCH", path, operation: "changeItem", body: changeBody } as const;
  const remove = { method: "POST", path: deletions, operation: "deleteItem", body: deletionBody } as const;
  return [
    itemRoute(
      services,
      { ...add, summary: "Add an item, in DynamoDB's own JSON, where there is none with its key." },
      {
        action: "item-added",
        plan: (body: DataPlace & { readonly item: unknown }) => {
          const item = readItemBody(body.item);
          return (calls, table) => addItem(calls, table, item);
        },
        tooLate: unlessThere,
      },
    ),
    itemRoute(
      services,
      {
        ...change,
        summary:
          "Write what differs between `seen` and `wanted`, if the item still is as `seen`; else 409 with the item as it is.",
      },
      {
        action: "item-changed",
        plan: (body: DataPlace & { readonly seen: unknown; readonly wanted: unknown }) => {
          const items = { seen: readItemBody(body.seen), wanted: readItemBody(body.wanted) };
          return (calls, table) => changeItem(calls, table, items);
        },
        tooLate: unlessChanged,
      },
    ),
    itemRoute(
      services,
      { ...remove, summary: "Delete an item if it still is as `seen`; else 409 with the item as it is." },
      {
        action: "item-deleted",
        plan: (body: DataPlace & { readonly seen: unknown }) => {
          const seen = readItemBody(body.seen);
          return (calls, table) => deleteItem(calls, table, seen);
        },
        tooLate: unlessChanged,
      },
    ),
  ];
}
