import { once } from "node:events";
import { expect, test } from "vitest";
import { createApplication } from "./application.ts";
import { createLog } from "./log.ts";
import { redirection } from "./reply.ts";
import { defineRoute } from "./route.ts";
import type { AnsweredRequest } from "./watched-request.ts";

test("a client that leaves before its answer is counted and logged as one that left", async () => {
  const answers: AnsweredRequest[] = [];
  const lines: string[] = [];
  const client = new AbortController();
  await using other = createApplication({
    routes: [
      defineRoute(
        {
          method: "GET",
          path: "/api/slow",
          operation: "slow",
          summary: "Answers nobody who waits.",
          access: "everyone",
          responses: { 204: { description: "Never." } },
        },
        async ({ signal }) => {
          client.abort();
          await once(signal, "abort");
          return { kind: "nothing" };
        },
      ),
    ],
    hostNames: ["127.0.0.1"],
    log: createLog({ stream: { write: (line) => lines.push(line) } }),
    identify: () => ({ kind: "local" }),
    refusedPage: ({ target }) => redirection(target),
    onAnswered: (answered) => answers.push(answered),
  });
  const slow = `${await other.listen({ port: 0, host: "127.0.0.1" })}/api/slow`;
  await expect(fetch(slow, { signal: client.signal })).rejects.toThrow("aborted");
  await expect.poll(() => answers).toMatchObject([{ method: "GET", route: "/api/slow", status: 499 }]);
  expect(lines.join("")).toContain("the client left");
});
