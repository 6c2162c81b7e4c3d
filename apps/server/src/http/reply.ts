import type { JsonValue } from "@rivulet/model";
import type { ServerEvent } from "./event-stream.ts";

/** Headers of an answer; one that is sent several times, as `set-cookie`, is a list. */
export type ReplyHeaders = Readonly<Record<string, string | string[]>>;

/** What a handler answers. */
export type Reply =
  | {
      readonly kind: "json";
      readonly status: number;
      readonly body: JsonValue;
      readonly headers?: ReplyHeaders;
      /** Goes compressed to whoever accepts it. */
      readonly isCompressible?: boolean;
    }
  | {
      readonly kind: "text";
      readonly status: number;
      readonly mediaType: string;
      readonly text: string;
      readonly headers?: ReplyHeaders;
    }
  /** A file of ours; the compressed form goes to whoever accepts it. */
  | {
      readonly kind: "file";
      readonly mediaType: string;
      readonly bytes: Uint8Array;
      readonly brotli?: Uint8Array | undefined;
      readonly headers?: ReplyHeaders;
    }
  | { readonly kind: "nothing" }
  /** Server-sent events, until the iterable ends or the client goes away. */
  | { readonly kind: "events"; readonly events: AsyncIterable<ServerEvent> };

/** Answers 200 with JSON. */
export function ok(body: JsonValue, headers: ReplyHeaders = {}): Reply {
  return { kind: "json", status: 200, body, headers };
}

/**
 * Answers 200 with JSON that may be hundreds of kilobytes. Not for secrets beside what others can put there: how far a
 * text can be compressed tells about it.
 */
export function okCompressed(body: JsonValue): Reply {
  return { kind: "json", status: 200, body, isCompressible: true };
}

/** Sends a browser to another address. */
export function redirection(location: string, headers: ReplyHeaders = {}): Reply {
  const mediaType = "text/plain; charset=utf-8";
  return { kind: "text", status: 303, mediaType, text: "", headers: { ...headers, location } };
}
