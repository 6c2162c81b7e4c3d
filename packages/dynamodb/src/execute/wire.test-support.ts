import type { FaultProxy, RecordedRequest } from "../embedded/index.ts";

/** What differs from call to call, and what names the client that made it. */
const volatileHeaders = new Set([
  "amz-sdk-invocation-id",
  "authorization",
  "content-length",
  "x-amz-content-sha256",
  "x-amz-date",
  "user-agent",
  "x-amz-user-agent",
]);

/** A request without what differs from call to call. */
export function sent({ operation, body, headers, region: signedFor }: RecordedRequest) {
  const stable = Object.entries(headers).filter(([name]) => !volatileHeaders.has(name));
  return { operation, body, region: signedFor, headers: Object.fromEntries(stable) };
}

/** What each of two callers sends. */
export async function wireOf(
  proxy: FaultProxy,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
) {
  proxy.forgetRequests();
  await ours();
  const oursSent = proxy.requests.map(sent);
  proxy.forgetRequests();
  await theirs();
  return { ours: oursSent, theirs: proxy.requests.map(sent) };
}
