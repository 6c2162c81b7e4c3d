import { createTable, type PartitionQuestion, readItems, readTableFacts } from "@rivulet/dynamodb/execute";
import { asJson } from "@rivulet/model";
import type * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import {
  type DataRouteServices,
  type DataServices,
  dataProblems as problems,
  readItemBody,
  withCalls,
} from "./data-calls.ts";
import { createBody, factsSchema, pageSchema, placeQuery, readBody, tableParams } from "./data-schemas.ts";
import { itemRoutes } from "./item-routes.ts";

type QueryBody = NonNullable<z.infer<typeof readBody>["query"]>;

const valueOf = (json: unknown) => {
  const { value } = readItemBody({ value: json });
  if (value) return value;
  throw new HttpProblem("wrong-value", "A value is missing.");
};

function partitionQuestion({ partition, sort, isDescending }: QueryBody): PartitionQuestion {
  const key = { name: partition.name, value: valueOf(partition.value) };
  if (sort === null) return { partition: key, sort, isDescending };
  const { name, test, value } = sort;
  const written = { name, value: valueOf(value) };
  if (test !== "between") return { partition: key, sort: { ...written, test }, isDescending };
  if (sort.upTo === undefined)
    throw new HttpProblem(
      "wrong-value",
      `Between which values ${name} has to be is not said: upTo is missing.`,
    );
  return { partition: key, sort: { ...written, test, upTo: valueOf(sort.upTo) }, isDescending };
}

/** What is read of tables. */
function readingRoutes(services: DataServices): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/tables/:table",
        operation: "describeTable",
        summary: "Keys, indexes, billing and size of a table behind the active configuration.",
        access: "author",
        params: tableParams,
        query: placeQuery,
        responses: { 200: { description: "The table.", schema: factsSchema } },
        problems,
      },
      async ({ params, query, signal }) =>
        ok(asJson(await withCalls(services, query, signal, (calls) => readTableFacts(calls, params.table)))),
    ),
    defineRoute(
      {
        method: "POST",
        path: "/api/v1/tables/:table/reads",
        operation: "readItems",
        summary:
          "One page of items in DynamoDB's own JSON: a Query with `query`, else a Scan. The next page begins behind `next`.",
        access: "author",
        params: tableParams,
        body: readBody,
        bodyLimit: 65_536,
        responses: { 200: { description: "The items.", schema: pageSchema } },
        problems,
      },
      async ({ params, body, signal }) => {
        const { index, limit } = body;
        const after = body.after === null ? null : readItemBody(body.after);
        const query = body.query === null ? null : partitionQuestion(body.query);
        const question = { table: params.table, index, query, limit, after };
        return ok(asJson(await withCalls(services, body, signal, (calls) => readItems(calls, question))));
      },
    ),
  ];
}

/** Creating a table: noted in the audit log. */
function creatingRoute(services: DataRouteServices): Route {
  return defineRoute(
    {
      method: "POST",
      path: "/api/v1/tables",
      operation: "createTable",
      summary: "Create a table that is paid for by the request.",
      access: "author",
      body: createBody,
      bodyLimit: 4_096,
      responses: { 200: { description: "The table as it is now.", schema: factsSchema } },
      problems,
    },
    async ({ body, caller, signal }) => {
      const facts = await withCalls(services, body, signal, async (calls) => {
        await createTable(calls, body);
        return readTableFacts(calls, body.name);
      });
      const { name: subject, configuration: detail } = body;
      await services.audit.record({ who: caller, action: "table-created", subject, detail });
      return ok(asJson(facts));
    },
  );
}

/** Tables behind the active configuration and their items: read and written by hand. */
export function dataRoutes(services: DataRouteServices): readonly Route[] {
  return [...readingRoutes(services), creatingRoute(services), ...itemRoutes(services)];
}
