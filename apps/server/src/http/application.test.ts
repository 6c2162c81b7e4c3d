import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { createApplication } from "./application.ts";
import { loopbackNames } from "./guards/host-guard.ts";
import { createLog } from "./log.ts";
import { rawRequest, sendRaw } from "./raw-request.test-support.ts";
import { ok, okCompressed, redirection } from "./reply.ts";
import { defineRoute, type Route } from "./route.ts";

const responses = { 200: { description: "Done." } };
const routes: readonly Route[] = [
  defineRoute(
    {
      method: "GET",
      path: "/api/items/:id",
      operation: "read",
      summary: "",
      access: "everyone",
      responses,
      params: z.object({ id: z.string().check(z.regex(/^\w+$/)) }),
      query: z.strictObject({ depth: z.optional(z.coerce.number<string>().check(z.int())) }),
    },
    ({ params, query }) => ok({ id: params.id, depth: query.depth ?? null }),
  ),
  defineRoute(
    {
      method: "POST",
      path: "/api/items",
      operation: "make",
      summary: "",
      access: "author",
      responses,
      body: z.strictObject({ name: z.string() }),
      bodyLimit: 1000,
    },
    ({ body }) => ok({ name: body.name }),
  ),
  defineRoute(
    {
      method: "GET",
      path: "/page",
      operation: "page",
      summary: "",
      access: "everyone",
      isPage: true,
      responses,
    },
    () => ok("page"),
  ),
  defineRoute(
    { method: "GET", path: "/large", operation: "large", summary: "", access: "everyone", responses },
    () => okCompressed(Array.from({ length: 1000 }, () => "again")),
  ),
  defineRoute(
    { method: "GET", path: "/fails", operation: "fails", summary: "", access: "everyone", responses },
    () => {
      throw new Error("secret insides");
    },
  ),
];

const application = createApplication({
  routes,
  hostNames: loopbackNames,
  log: createLog({ level: "silent" }),
  identify: () => ({ kind: "local" }),
  refusedPage: ({ target }) => redirection(`/sign-in?next=${target}`),
  onAnswered: () => {},
});
let address: string;
beforeAll(async () => {
  address = await application.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => application.close());

const json = { "content-type": "application/json" };
const ownHost = () => `Host: ${new URL(address).host}`;

async function codeOf(answer: Response): Promise<unknown> {
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  const document = (await answer.json()) as { status: number; code: string; requestId: string };
  expect(document.status).toBe(answer.status);
  expect(document.requestId).toBe(answer.headers.get("x-request-id"));
  return document.code;
}

describe("every request", () => {
  test("is answered with headers that keep other sites away, failures too", async () => {
    for (const path of ["/page", "/nothing", "/fails", "/%zz"]) {
      const { headers } = await fetch(address + path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("for an address where nothing is gets a page in a browser, and a problem document in a program", async () => {
    const browser = { headers: { accept: "text/html,application/xhtml+xml" }, redirect: "manual" } as const;
    expect((await fetch(`${address}/nothing`, browser)).headers.get("location")).toBe(
      "/sign-in?next=/nothing",
    );
    expect(await codeOf(await fetch(`${address}/nothing`))).toBe("unknown-address");
    expect(await codeOf(await fetch(`${address}/api/nothing`, browser))).toBe("unknown-address");
  });

  test.each([
    ["localhost", 200],
    ["LOCALHOST:80", 200],
    ["127.0.0.1:1", 200],
    ["[::1]", 200],
    ["evil.example", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost.evil.example:8080", 403],
    ["localhost@evil.example", 403],
    ["2130706433", 403],
    ["127.1", 403],
    ["", 403],
  ])("for host %j is answered with %i", async (host, status) => {
    expect(await sendRaw(address, rawRequest("GET /page", [`Host: ${host}`]))).toMatchObject({ status });
  });

  test.each([
    ["without a Host header", rawRequest("GET /page", [])],
    ["with two Host headers", rawRequest("GET /page", ["Host: localhost", "Host: evil.example"])],
    ["for a whole URL", rawRequest("GET http://evil.example/page", ["Host: localhost"])],
    ["that is no HTTP", "hello\r\n\r\n"],
    [
      "with two lengths",
      rawRequest("POST /api/items", ["Host: localhost", "Content-Length: 2", "Content-Length: 3"], "{}"),
    ],
    [
      "with a length and chunks",
      rawRequest(
        "POST /api/items",
        ["Host: localhost", "Content-Length: 2", "Transfer-Encoding: chunked"],
        "0\r\n\r\n",
      ),
    ],
    ["with headers of 100 kB", rawRequest("GET /page", ["Host: localhost", `X: ${"x".repeat(100_000)}`])],
    ["for another protocol's method", rawRequest("CONNECT localhost:80", ["Host: localhost"])],
  ])("%s is refused", async (_, request) => {
    const { status, body } = await sendRaw(address, request);
    expect(status === 0 || (status >= 400 && status < 500)).toBe(true);
    expect(body).not.toContain("    at ");
  });

  test.each<[string, Record<string, string>, number]>([
    ["a program sends", {}, 200],
    ["our own page sends", { "Sec-Fetch-Site": "same-origin" }, 200],
    ["a person types", { "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate" }, 200],
    ["another site sends", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["another port of this machine sends", { "Sec-Fetch-Site": "same-site" }, 403],
    [
      "a link of another site opens",
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" },
      403,
    ],
    ["another origin sends", { Origin: "http://evil.example" }, 403],
    ["a sandboxed page sends", { Origin: "null" }, 403],
    ["a page of another port sends", { Origin: "http://127.0.0.1:1" }, 403],
    ["a page of an https twin sends", { Origin: "https://127.0.0.1" }, 403],
  ])("to the API that %s is answered as it should be", async (_, headers, status) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    for (const line of ["GET /api/items/1", "GET /api/items/%31"]) {
      expect(await sendRaw(address, rawRequest(line, [ownHost(), ...lines]))).toMatchObject({ status });
    }
  });

  test("our own origin may read and write", async () => {
    const headers = { ...json, Origin: address };
    expect(
      (await fetch(`${address}/api/items`, { method: "POST", headers, body: '{"name":"a"}' })).status,
    ).toBe(200);
  });

  test("a link of another site may open a page, a frame or a script may not", async () => {
    const visit = (...lines: string[]) =>
      sendRaw(address, rawRequest("GET /page", [ownHost(), "Sec-Fetch-Site: cross-site", ...lines]));
    expect(await visit("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")).toMatchObject({
      status: 200,
    });
    expect(await visit("Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")).toMatchObject({ status: 403 });
    expect(await visit("Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty")).toMatchObject({ status: 403 });
  });

  test.each(["OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])(
    "with method %s does not reach a route of another method",
    async (method) => {
      const headers = [
        "Host: localhost",
        "Origin: http://evil.example",
        "Access-Control-Request-Method: POST",
      ];
      const { status, head } = await sendRaw(address, rawRequest(`${method} /api/items`, headers));
      expect([400, 403, 404, 405]).toContain(status);
      expect(head).not.toMatch(/access-control/i);
    },
  );
});

test("a large answer is compressed for whoever accepts it", async () => {
  const [compressed, plain] = await Promise.all(
    ["gzip, br", "identity"].map((accepted) =>
      fetch(`${address}/large`, { headers: { "accept-encoding": accepted } }),
    ),
  );
  expect(compressed?.headers.get("content-encoding")).toBe("br");
  expect(compressed?.headers.get("vary")).toBe("accept-encoding");
  expect(plain?.headers.get("content-encoding")).toBeNull();
  expect(await compressed?.json()).toEqual(await plain?.json());
});

describe("a body", () => {
  const post = (body: RequestInit["body"], headers: Record<string, string> = json) =>
    fetch(`${address}/api/items`, { method: "POST", headers, body: body ?? null });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json, text/plain",
    "application/json; charset=utf-16",
    "application/json5",
    "application/jsonp",
    "application/merge-patch+json",
    "text/json",
    "json",
  ])("that says it is %s is refused", async (type) => {
    const answer = await post('{"name":"a"}', { "content-type": type });
    expect([answer.status, await codeOf(answer)]).toEqual([415, "wrong-content-type"]);
  });

  test("without a type, with two types, or compressed is refused", async () => {
    const send = (...lines: string[]) =>
      sendRaw(
        address,
        rawRequest("POST /api/items", [ownHost(), "Content-Length: 12", ...lines], '{"name":"a"}'),
      );
    expect(await send()).toMatchObject({ status: 415 });
    expect(await send("Content-Type: text/plain", "Content-Type: application/json")).toMatchObject({
      status: 415,
    });
    expect(await send("Content-Type: application/json", "Content-Encoding: gzip")).toMatchObject({
      status: 415,
    });
    expect(await send("Content-Type: application/json")).toMatchObject({ status: 200 });
  });

  test.each([
    ['{"name":"a"', "not-json"],
    ["{'name':'a'}", "not-json"],
    ["", "not-json"],
    ["null", "wrong-request"],
    ["[]", "wrong-request"],
    ['{"name":1}', "wrong-request"],
    ['{"name":"a","more":1}', "wrong-request"],
    ['{"name":"a","__proto__":{"isAdmin":true}}', "json-forbidden-key"],
    ['{"name":"a","\\u005f_proto__":1}', "json-forbidden-key"],
    ['{"name":{"constructor":{"prototype":{}}}}', "json-forbidden-key"],
    [`{"name":${"[".repeat(400)}${"]".repeat(400)}}`, "json-too-deep"],
  ])("%s is answered with %s", async (body, code) => {
    const answer = await post(body);
    expect([answer.status, await codeOf(answer)]).toEqual([400, code]);
  });

  test("that is not UTF-8 is not JSON", async () => {
    const answer = await post(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
    expect(await codeOf(answer)).toBe("not-json");
  });

  test("that is too large is refused, announced or not", async () => {
    const large = JSON.stringify({ name: "a".repeat(2000) });
    const announced = await post(large);
    expect([announced.status, await codeOf(announced)]).toEqual([413, "body-too-large"]);
    const chunk = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
    const headers = [ownHost(), "Content-Type: application/json", "Transfer-Encoding: chunked"];
    expect(await sendRaw(address, rawRequest("POST /api/items", headers, chunk))).toMatchObject({
      status: 413,
    });
  });

  test("of 50 MB of nesting is refused at once, and the server answers on", async () => {
    expect((await post(Buffer.alloc(50 * 1024 * 1024, "["))).status).toBe(413);
    expect((await fetch(`${address}/page`)).status).toBe(200);
  });

  test("on a route that takes none is refused", async () => {
    const headers = [ownHost(), "Content-Type: application/json", "Content-Length: 2"];
    expect(await sendRaw(address, rawRequest("GET /page", headers, "{}"))).toMatchObject({ status: 400 });
  });
});

describe("an address", () => {
  test.each([
    ["/api/items/one", 200],
    ["/api/items/one?depth=2", 200],
    ["/api/items/one?depth=x", 400],
    ["/api/items/one?depth=1&depth=2", 400],
    ["/api/items/one?other=1", 400],
    ["/api/items/one?__proto__[x]=1", 400],
    ["/api/items/a%2fb", 404],
    ["/api/items/..%2f..%2fetc%2fpasswd", 404],
    ["/api/items/%00", 404],
    [`/api/items/${"x".repeat(1000)}`, 404],
    ["/API/items/one", 404],
    ["//api/items/one", 404],
    ["/api/items/one/", 404],
  ])("%s is answered with %i", async (path, status) => {
    const answer = await sendRaw(address, rawRequest(`GET ${path}`, [ownHost()]));
    expect(answer.status).toBe(status);
  });

  test("that fails inside says nothing of the insides", async () => {
    const answer = await fetch(`${address}/fails`);
    const text = await answer.clone().text();
    expect([answer.status, await codeOf(answer)]).toEqual([500, "internal-error"]);
    expect(text).not.toMatch(/secret insides|application\.test/);
  });
});
