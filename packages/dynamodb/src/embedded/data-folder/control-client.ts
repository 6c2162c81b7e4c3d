import { request } from "node:http";
import type { DataFolderOwner } from "./owner.ts";

/**
 * What came of asking the process that runs the embedded DynamoDB: its JSON answer; its refusal in words; `gone`: nobody
 * listens there, or somebody else; `busy`: it does not answer in time.
 */
export type ControlAnswer =
  | { readonly kind: "answer"; readonly body: unknown }
  | { readonly kind: "refusal"; readonly message: string }
  | { readonly kind: "gone" }
  | { readonly kind: "busy" };

/** What runs there and where; answered at once by any owner that is not hanging. */
export function describeOwner(owner: DataFolderOwner, signal?: AbortSignal): Promise<ControlAnswer> {
  return askControl(owner, { method: "GET", path: "/", timeoutMilliseconds: 5_000, signal });
}

/** The endpoint of a region, which the owner may have to start and seed first. */
export function requestRegion(
  owner: DataFolderOwner,
  regionFolder: string,
  signal?: AbortSignal,
): Promise<ControlAnswer> {
  return askControl(owner, {
    method: "POST",
    path: `/regions/${regionFolder}`,
    timeoutMilliseconds: 120_000,
    signal,
  });
}

interface ControlQuestion {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly timeoutMilliseconds: number;
  readonly signal: AbortSignal | undefined;
}

/** Rejects only when `signal` is aborted. */
function askControl(owner: DataFolderOwner, question: ControlQuestion): Promise<ControlAnswer> {
  const { method, path, timeoutMilliseconds, signal } = question;
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, owner.control), {
      method,
      agent: false,
      headers: { authorization: `Bearer ${owner.token}` },
      timeout: timeoutMilliseconds,
      ...(signal === undefined ? {} : { signal }),
    });
    asked.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => resolve({ kind: "gone" }));
      response.on("end", () => resolve(judge(response.statusCode, Buffer.concat(chunks).toString())));
    });
    asked.on("timeout", () => {
      resolve({ kind: "busy" });
      asked.destroy();
    });
    asked.on("error", () => {
      if (signal?.aborted === true) reject(signal.reason as Error);
      else resolve({ kind: "gone" });
    });
    asked.end();
  });
}

function judge(status: number | undefined, text: string): ControlAnswer {
  try {
    const body = JSON.parse(text) as { readonly message?: unknown };
    if (status === 200) return { kind: "answer", body };
    if (status === 422) return { kind: "refusal", message: String(body.message) };
    return { kind: "gone" };
  } catch {
    return { kind: "gone" };
  }
}
