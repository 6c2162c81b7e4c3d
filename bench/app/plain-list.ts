import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { closedInAnyCase } from "../harness/left-open.ts";
import { rowCount, rowTexts } from "./app-project.ts";

const client = join(import.meta.dirname, "../../apps/client/dist/assets");

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain list</title>
<link rel="stylesheet" href="/style.css"></head>
<body><div id="root"></div><script type="module" src="/script.js"></script></body></html>`;

/** The rival's script: React for production, minified, as a person would build it. */
async function script(): Promise<string> {
  const build = await rolldown({
    input: join(import.meta.dirname, "plain-list.mjs"),
    platform: "browser",
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code;
}

/** The application's own styles, so that both lists look the same. */
function styles(): string {
  return globSync("*.css", { cwd: client })
    .map((file) => readFileSync(join(client, file), "utf8"))
    .join("\n");
}

/** Serves the rival of the list view: its page, its script, and the rows as JSON. */
export async function servePlainList(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const rows = Array.from({ length: rowCount }, (_, at) => rowTexts(at + 1));
  const files: Readonly<Record<string, { readonly type: string; readonly content: string }>> = {
    "/": { type: "text/html", content: page },
    "/script.js": { type: "text/javascript", content: await script() },
    "/style.css": { type: "text/css", content: styles() },
    "/rows.json": { type: "application/json", content: JSON.stringify(rows) },
  };
  const server = createServer(({ url = "" }, response) => {
    const file = files[url];
    response.writeHead(file ? 200 : 404, { "content-type": file?.type ?? "text/plain" });
    response.end(file?.content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = closedInAnyCase(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${port}`, close };
}
