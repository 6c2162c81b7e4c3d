import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import type { Access } from "../http/access.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { securityHeaders } from "../http/security-headers.ts";
import type { SiteFiles } from "../sites/site-files.ts";

const fileName = z.object({ name: z.string().check(z.regex(/^[\w.-]{1,200}$/)) });

/** An address at which the page of a site is shown. */
interface SitePage {
  readonly path: string;
  readonly params?: z.ZodMiniType;
  /** Whether pages of this server may show it in a frame. */
  readonly isFramed?: boolean;
}

/** The page's own policy: as everywhere, but style elements with the word of this answer are let in, and frames of ours. */
function pageHeaders(nonce: string, { isFramed = false }: SitePage): Record<string, string> {
  const policy = (securityHeaders["content-security-policy"] ?? "").replace(
    "style-src 'self'",
    `style-src 'self' 'nonce-${nonce}'; frame-src 'self'`,
  );
  if (!isFramed) return { "content-security-policy": policy };
  return {
    "content-security-policy": policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    "x-frame-options": "SAMEORIGIN",
  };
}

/** A site: its files, and the addresses at which its page is shown. */
export interface Site {
  readonly files: SiteFiles;
  /** What it is called in the names of its routes: `studio`. */
  readonly name: string;
  readonly title: string;
  /** Where its files are: `/studio`. */
  readonly base: string;
  /** Who may open its page. Its files are those of every Rivulet, and anybody may have them. */
  readonly access: Access;
  /** Where its page is: `/`. The page reads the rest of the address itself. */
  readonly pages: readonly SitePage[];
}

const row = { method: "GET", access: "everyone", isInternal: true } as const;

function pageRoute({ files, name, title, access }: Site, page: SitePage, at: number): Route {
  const { path, params } = page;
  return defineRoute(
    {
      ...row,
      access,
      path,
      ...(params ? { params } : {}),
      isPage: true,
      operation: at === 0 ? name : `${name}${at + 1}`,
      summary: `${title}.`,
      responses: { 200: { description: "The page." } },
    },
    () => {
      const nonce = randomBytes(16).toString("base64");
      return {
        kind: "text",
        status: 200,
        mediaType: "text/html; charset=utf-8",
        text: files.page(nonce),
        headers: pageHeaders(nonce, page),
      };
    },
  );
}

/** For files whose names change with their content, and for one that keeps its name. */
const forGood = "public, max-age=31536000, immutable";
const forAnHour = "public, max-age=3600";

/** A built site: its page, and its files, whose names change with their content. */
export function siteRoutes(site: Site): readonly Route[] {
  const { files, name, title, base, pages } = site;
  const send = (path: string, cacheControl: string) => {
    const file = files.file(path);
    if (!file) throw new HttpProblem("unknown-address", `${title} has no such file.`);
    const headers = { "cache-control": cacheControl };
    const { mediaType, bytes, brotli } = file;
    return { kind: "file", mediaType, bytes, brotli, headers } as const;
  };
  return [
    ...pages.map((page, at) => pageRoute(site, page, at)),
    defineRoute(
      {
        ...row,
        isSameForAll: true,
        path: `${base}/assets/:name`,
        params: fileName,
        operation: `${name}File`,
        summary: `A file: ${title}.`,
        responses: { 200: { description: "It." } },
      },
      ({ params }) => send(`assets/${params.name}`, forGood),
    ),
    defineRoute(
      {
        ...row,
        isSameForAll: true,
        path: `${base}/favicon.svg`,
        operation: `${name}Icon`,
        summary: `The icon: ${title}.`,
        responses: { 200: { description: "It." } },
      },
      () => send("favicon.svg", forAnHour),
    ),
  ];
}
