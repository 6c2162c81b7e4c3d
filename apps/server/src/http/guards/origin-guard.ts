import { HttpProblem } from "../http-problem.ts";
import { type Guard, type RequestHead, singleHeader } from "./request-head.ts";

/** Where a browser says that a request comes from, as far as it may pass. */
const ownSites = new Set(["same-origin", "none"]);

/**
 * Refuses what a page of another site sends, reads included: a browser names the origin of the page, and by
 * `Sec-Fetch-Site` how it relates to us. Programs send neither header. A link on another site may open a page of
 * ours, but not frame it, and never reach the API (architecture, invariant 7).
 *
 * @param publicOrigin what browsers call us, where something before the server speaks https for it
 */
export function originGuard(publicOrigin?: string): Guard {
  return (head) => {
    if (isOpenedByLink(head)) return undefined;
    if (isOwnOrigin(head, publicOrigin) && isOwnSite(head)) return undefined;
    return new HttpProblem("origin-refused", "Pages of another site may not use this server.");
  };
}

function isOwnOrigin(head: RequestHead, publicOrigin: string | undefined): boolean {
  if (head.headers["origin"] === undefined) return true;
  const origin = singleHeader(head, "origin")?.toLowerCase();
  return origin === publicOrigin || origin === `http://${singleHeader(head, "host")?.toLowerCase()}`;
}

function isOwnSite(head: RequestHead): boolean {
  if (head.headers["sec-fetch-site"] === undefined) return true;
  return ownSites.has(singleHeader(head, "sec-fetch-site") ?? "");
}

function isOpenedByLink(head: RequestHead): boolean {
  return (
    head.isPage &&
    head.method === "GET" &&
    head.headers["origin"] === undefined &&
    singleHeader(head, "sec-fetch-mode") === "navigate" &&
    singleHeader(head, "sec-fetch-dest") === "document"
  );
}
