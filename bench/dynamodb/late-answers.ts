import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { closedInAnyCase } from "../harness/left-open.ts";
import type { Surroundings } from "../harness/measure.ts";
import { order, tables } from "./copy-table.ts";

/** Number of the item behind which a page begins; 0 for the first page. */
function startOf(body: string): number {
  const { ExclusiveStartKey } = JSON.parse(body) as { ExclusiveStartKey?: { Id: { S: string } } };
  return ExclusiveStartKey ? Number(ExclusiveStartKey.Id.S.slice(2)) + 1 : 0;
}

/** A page of made-up items; all pages are made before anything is measured. */
function makePages(count: number, pageSize: number): ReadonlyMap<number, string> {
  const pages = new Map<number, string>();
  for (let from = 0; from < count; from += pageSize) {
    const numbers = Array.from({ length: Math.min(pageSize, count - from) }, (_, at) => from + at);
    const Items = numbers.map((number) => order(number).PutRequest?.Item);
    const isLast = from + pageSize >= count;
    const LastEvaluatedKey = isLast ? undefined : { Id: Items.at(-1)?.["Id"] };
    pages.set(
      from,
      JSON.stringify({ Items, Count: Items.length, ScannedCount: Items.length, LastEvaluatedKey }),
    );
  }
  return pages;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Answers Scan, BatchWriteItem and DescribeTable as DynamoDB does, each so many milliseconds late and however many come
 * at once. It stores nothing: a stand-in that does would be measured with the client, for it writes one batch after
 * another.
 */
export async function openLateAnswers({
  count,
  pageSize,
  latency,
}: {
  readonly count: number;
  readonly pageSize: number;
  readonly latency: number;
}): Promise<Surroundings<string>> {
  const pages = makePages(count, pageSize);
  const table = { TableName: tables.To, KeySchema: [{ AttributeName: "Id", KeyType: "HASH" }] };
  const answers: Readonly<Record<string, (body: string) => string>> = {
    Scan: (body) => pages.get(startOf(body)) ?? "{}",
    BatchWriteItem: () => JSON.stringify({ UnprocessedItems: {} }),
    DescribeTable: () => JSON.stringify({ Table: table }),
  };
  const server = createServer((request, response) => {
    const answerLate = async () => {
      const body = await bodyOf(request);
      const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
      const answer = answers[operation]?.(body) ?? "{}";
      response.setHeader("content-type", "application/x-amz-json-1.0");
      setTimeout(() => response.end(answer), latency);
    };
    void answerLate();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = closedInAnyCase(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { content: `http://127.0.0.1:${port}`, close };
}
