import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { securityHeaders } from "../http/security-headers.ts";
import type { StudioFiles } from "../studio/studio-files.ts";

const fileName = z.object({ name: z.string().check(z.regex(/^[\w.-]{1,200}$/)) });

/** The page's own policy: as everywhere, but style elements with the word of this answer are let in. */
function pageHeaders(nonce: string): Record<string, string> {
  const policy = securityHeaders["content-security-policy"] ?? "";
  return {
    "content-security-policy": policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`),
  };
}

/** The studio: its page at the root, and its files, whose names change with their content. */
export function studioRoutes(studio: StudioFiles): readonly Route[] {
  const row = { method: "GET", access: "everyone", isInternal: true } as const;
  const send = (path: string) => {
    const file = studio.file(path);
    if (!file) throw new HttpProblem("unknown-address", "The studio has no such file.");
    const headers = { "cache-control": "public, max-age=31536000, immutable" };
    return {
      kind: "file",
      mediaType: file.mediaType,
      bytes: file.bytes,
      brotli: file.brotli,
      headers,
    } as const;
  };
  return [
    defineRoute(
      {
        ...row,
        path: "/",
        isPage: true,
        operation: "studio",
        summary: "The studio.",
        responses: { 200: { description: "The page." } },
      },
      () => {
        const nonce = randomBytes(16).toString("base64");
        const text = studio.page(nonce);
        return {
          kind: "text",
          status: 200,
          mediaType: "text/html; charset=utf-8",
          text,
          headers: pageHeaders(nonce),
        };
      },
    ),
    defineRoute(
      {
        ...row,
        path: "/studio/assets/:name",
        params: fileName,
        operation: "studioFile",
        summary: "A file of the studio.",
        responses: { 200: { description: "It." } },
      },
      ({ params }) => send(`assets/${params.name}`),
    ),
    defineRoute(
      {
        ...row,
        path: "/studio/favicon.svg",
        operation: "studioIcon",
        summary: "The icon of the studio.",
        responses: { 200: { description: "It." } },
      },
      () => send("favicon.svg"),
    ),
  ];
}
