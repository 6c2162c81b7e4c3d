import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer, type RivuletServer } from "../create-server.ts";
import { shop, temporaryProject } from "../sample-project.test-support.ts";

const studio = mkdtempSync(join(tmpdir(), "rivulet-studio-"));
mkdirSync(join(studio, "assets"));
writeFileSync(join(studio, "index.html"), "<html><head></head><body></body></html>");
writeFileSync(join(studio, "favicon.svg"), "<svg/>");
writeFileSync(join(studio, "assets", "index-1.js"), "console.log('studio')");
writeFileSync(join(studio, "assets", "index-1.js.br"), brotliCompressSync("console.log('studio')"));
writeFileSync(join(studio, "assets", "index-1.css"), "body {}");
writeFileSync(join(studio, "secret.json"), "{}");

let project: Awaited<ReturnType<typeof temporaryProject>>;
let server: RivuletServer;
let address: string;
beforeAll(async () => {
  project = await temporaryProject(shop);
  server = createServer({
    folder: project.folder,
    port: 0,
    studio,
    client: studio,
    log: { level: "silent" },
  });
  address = await server.start();
});
afterAll(async () => {
  await server.stop();
  await project[Symbol.asyncDispose]();
  rmSync(studio, { recursive: true, force: true });
});

test("the root is the studio, whose policy lets only styles with the word of this answer in", async () => {
  const [first, second] = await Promise.all([fetch(address), fetch(address)]);
  const policy = first.headers.get("content-security-policy") ?? "";
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect(await first.text()).toContain(`nonce="${nonce}"`);
  expect(policy).toContain("script-src 'self';");
  expect(second.headers.get("content-security-policy")).not.toBe(policy);
});

test("its files are sent compressed, to be kept for good", async () => {
  const answer = await fetch(`${address}/studio/assets/index-1.js`, {
    headers: { "accept-encoding": "identity" },
  });
  expect(await answer.text()).toBe("console.log('studio')");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("content-encoding")).toBeNull();
  const compressed = await fetch(`${address}/studio/assets/index-1.js`, {
    headers: { "accept-encoding": "gzip, br" },
  });
  expect(compressed.headers.get("content-encoding")).toBe("br");
  expect(await compressed.text()).toBe("console.log('studio')");
});

test("a file that no build compressed is sent as it is", async () => {
  const answer = await fetch(`${address}/studio/assets/index-1.css`, {
    headers: { "accept-encoding": "br" },
  });
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(await answer.text()).toBe("body {}");
});

test.each(["nothing.js", "..%2findex.html", "%2e%2e%2fsecret.json", "index-1.js.br", "index-1.js%00"])(
  "no other file is found by %s",
  async (name) => {
    const { status } = await fetch(`${address}/studio/assets/${name}`);
    expect([400, 404]).toContain(status);
  },
);

test("the status page moves aside", async () => {
  expect(await (await fetch(`${address}/status`)).text()).toContain("<title>");
});

test("only where the studio shows a page with its data is the application let into a frame, and only into one of ours", async () => {
  const policyOf = async (path: string) => {
    const { headers } = await fetch(`${address}${path}`);
    return `${headers.get("content-security-policy")} ${headers.get("x-frame-options")}`;
  };
  for (const path of ["/", "/app", "/app/Sales.Overview"]) {
    const policy = await policyOf(path);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("DENY");
    expect(policy).toContain("frame-src 'self'");
  }
  const framed = await policyOf("/app/preview");
  expect(framed).toContain("frame-ancestors 'self'");
  expect(framed).toContain("SAMEORIGIN");
});
