import { buildProject } from "@rivulet/testkit";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { ok } from "../http/reply.ts";
import { defineRoute } from "../http/route.ts";
import { shop } from "../sample-project.test-support.ts";
import { openApiDocument } from "./openapi-document.ts";

const { index } = buildProject(shop);
const routes = [
  defineRoute(
    {
      method: "PATCH",
      path: "/api/v1/things/:thingId",
      operation: "changeThing",
      summary: "Change a thing.",
      access: "author",
      params: z.object({ thingId: z.string() }),
      query: z.strictObject({ depth: z._default(z.coerce.number<string>().check(z.int(), z.gte(0)), 0) }),
      body: z.strictObject({ anything: z.json() }),
      responses: { 200: { description: "Done.", schema: z.object({ isDone: z.boolean() }) } },
      problems: ["unknown-document"],
    },
    () => ok({}),
  ),
  defineRoute(
    {
      method: "GET",
      path: "/",
      operation: "page",
      summary: "",
      access: "everyone",
      isInternal: true,
      responses: {},
    },
    () => ok({}),
  ),
];
const document = openApiDocument({ index, routes, version: "1.2.3" }) as {
  info: object;
  paths: Record<
    string,
    Record<string, { requestBody: { content: object }; responses: object; parameters: object[] }>
  >;
  components: { schemas: Record<string, { properties?: Record<string, object>; enum?: string[] }> };
};
const operation = (path: string, method = "post") => document.paths[path]?.[method];
const run = (name: string) => operation(`/api/v1/microflows/${name}/runs`);
const parametersOf = (name: string) => {
  const content = run(name)?.requestBody.content as {
    "application/json": { schema: { properties: { parameters: object } } };
  };
  return content["application/json"].schema.properties.parameters;
};

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toEqual({ valid: true });
    expect(document).toMatchObject({ openapi: "3.1.0", info: { title: "Sample", version: "1.2.3" } });
  });

  test("has an operation for every microflow that is not internal", () => {
    const paths = Object.keys(document.paths).filter((path) => path.includes("/microflows/"));
    const names = paths.map((path) => path.split("/")[4]);
    expect(names).toEqual(
      ["Broken", "Divide", "Forever", "Greet", "MakeLine", "MakeOrders", "Nothing"].map(
        (name) => `Sales.${name}`,
      ),
    );
  });

  test("tells the parameters of a microflow by their own types", () => {
    expect(parametersOf("Sales.MakeLine")).toEqual({
      type: "object",
      properties: {
        Order: {
          title: "Sales.Order",
          anyOf: [{ $ref: "#/components/schemas/Sales.Order" }, { type: "null" }],
        },
        Text: { title: "String", type: ["string", "null"] },
      },
      required: ["Order", "Text"],
      additionalProperties: false,
    });
    expect(parametersOf("Sales.Nothing")).toMatchObject({ properties: {}, required: [] });
  });

  test("tells the result of a microflow", () => {
    expect(JSON.stringify(run("Sales.MakeOrders")?.responses)).toContain(
      '"result":{"title":"List of Sales.Order","type":["array","null"],"items":{"$ref":"#/components/schemas/Sales.Order"}}',
    );
  });

  test("describes entities with what they inherit and what they own, and only those that are used", () => {
    expect(document.components.schemas["Sales.Order"]?.properties).toMatchObject({
      Title: { type: ["string", "null"], maxLength: 100 },
      Number: { format: "int64" },
      Items: { type: ["integer", "null"], format: "int32" },
      Total: { format: "decimal" },
      State: { anyOf: [{ $ref: "#/components/schemas/Sales.ENUM_State" }, { type: "null" }] },
      PlacedAt: { format: "date-time" },
      Photo: { contentEncoding: "base64" },
    });
    expect(document.components.schemas["Sales.Line"]?.properties).toMatchObject({
      "Sales.Line_Order": { anyOf: [{ anyOf: [{ type: "string" }, { type: "object" }] }, { type: "null" }] },
      "Sales.Line_Also": { type: "array" },
    });
    expect(document.components.schemas["Sales.ENUM_State"]?.enum).toEqual(["Open", "Paid"]);
    expect(document.components.schemas["Sales.Document"]).toBeUndefined();
  });

  test("describes the routes of the table, but not the pages", () => {
    expect(operation("/api/v1/things/{thingId}", "patch")).toMatchObject({
      operationId: "changeThing",
      parameters: [
        { name: "thingId", in: "path", required: true },
        { name: "depth", in: "query", required: false },
      ],
      responses: { 200: { description: "Done." }, 400: {}, 403: {}, 404: {}, 413: {}, 415: {} },
    });
    expect(document.paths["/"]).toBeUndefined();
  });

  test("stays valid where a microflow speaks of what does not exist", async () => {
    const drawn = buildProject({
      modules: { A: { microflows: { F: { returns: "Object(A.Gone)", elements: {} } } } },
    });
    const result = await new Validator().validate(
      openApiDocument({ index: drawn.index, routes: [], version: "1" }),
    );
    expect(result).toEqual({ valid: true });
  });
});
