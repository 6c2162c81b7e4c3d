import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { log } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { createServer as createRivulet } from "../create-server.ts";
import { temporaryProject } from "../sample-project.test-support.ts";

test("opening, reading, checking and exporting a project runs nothing and calls nobody", async () => {
  const visits: string[] = [];
  const listener = createServer((request, response) => {
    visits.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => void listener.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  await using project = await temporaryProject({
    connectors: [
      { module: "AWSAuthentication", version: "1.0.0" },
      { module: "AmazonDynamoDBConnector", version: "1.0.0" },
    ],
    configurations: [
      {
        name: "Odd",
        kind: "aws",
        endpoint,
        region: "eu-central-1",
        credentials: { kind: "process", profile: "odd" },
        constants: {},
      },
    ],
    modules: { Sales: { microflows: { Greet: { elements: { note: log("'ran'") } } } } },
  });
  // What package managers, editors and shells would execute when they find it.
  writeFileSync(
    join(project.folder, "package.json"),
    '{"scripts":{"preinstall":"touch ran"},"type":"module"}',
  );
  mkdirSync(join(project.folder, "node_modules/x"), { recursive: true });
  writeFileSync(join(project.folder, "node_modules/x/index.js"), "require('fs').writeFileSync('ran', '')");
  writeFileSync(join(project.folder, "modules/Sales/index.js"), "require('fs').writeFileSync('ran', '')");
  const server = createRivulet({
    folder: project.folder,
    port: 0,
    environment: {},
    log: { level: "silent" },
  });
  try {
    const address = await server.start();
    for (const path of [
      "/",
      "/api/docs",
      "/api/openapi.json",
      "/api/v1/project",
      "/api/v1/project/records",
      "/api/v1/project/problems",
      "/api/v1/project/microflows/Sales.Greet/export",
      "/api/v1/configurations",
      "/api/v1/constants",
      "/readyz",
      "/metrics",
    ]) {
      expect([path, (await fetch(address + path)).status]).toEqual([path, 200]);
    }
    const { runs } = (await (await fetch(`${address}/api/v1/runs`)).json()) as { runs: unknown[] };
    expect(runs).toEqual([]);
  } finally {
    await server.stop();
    listener.close();
  }
  expect(visits).toEqual([]);
  expect(readdirSync(project.folder, { recursive: true })).not.toContain("ran");
});
