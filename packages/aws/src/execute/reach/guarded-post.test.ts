import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guardedPost } from "./guarded-post.ts";

const asked: string[] = [];
const answers: Readonly<Record<string, RequestListener>> = {
  "/redirect": (_, response) => response.writeHead(307, { location: "/keys" }).end(),
  "/large": (_, response) => response.end("x".repeat(1_100_000)),
  "/keys": (_, response) => response.end("keys"),
};
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  answers[request.url ?? ""]?.(request, response);
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const post = (url: string) =>
  guardedPost({ url: new URL(url), headers: {}, body: "{}", signal: AbortSignal.timeout(10_000) });

test("this machine is called by name and by address", async () => {
  expect(await post(`http://localhost:${port}/keys`)).toMatchObject({ status: 200, text: "keys" });
  expect(await post(`http://127.0.0.1:${port}/keys`)).toMatchObject({ status: 200, text: "keys" });
});

test("a redirect is an answer like any other, and not followed", async () => {
  asked.length = 0;
  expect(await post(`http://localhost:${port}/redirect`)).toMatchObject({ status: 307 });
  expect(asked).toEqual(["/redirect"]);
});

test("an answer without an end is not read", async () => {
  await expect(post(`http://localhost:${port}/large`)).rejects.toThrow("1000000 bytes");
});

test.each([
  "0.0.0.0",
  "0x00000000.",
  "0",
  "[::]",
  "[::ffff:169.254.169.254]",
  "2852039166",
  "0251.0376.0251.0376",
])("%s is refused before anything is sent", async (host) => {
  asked.length = 0;
  await expect(post(`http://${host}:${port}/keys`)).rejects.toMatchObject({ code: "endpoint-refused" });
  expect(asked).toEqual([]);
});
