const written =
  /^(?<version>[\da-f]{2})-(?<trace>[\da-f]{32})-(?<span>[\da-f]{16})-(?<flags>[\da-f]{2})(?<more>-.*)?$/;
const onlyZeros = /^0+$/;

/** What a `traceparent` says. */
export interface TraceParts {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits: what the caller was at. */
  readonly spanId: string;
  readonly isSampled: boolean;
}

/**
 * Reads the header `traceparent` (W3C Trace Context, 3.2); `undefined` for one that breaks its rules, which is as good as
 * none. Of a later version what this one has is read.
 *
 * @example readTraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01") // { traceId: "0af7…", … }
 */
export function readTraceParent(header: string): TraceParts | undefined {
  const { version, trace = "", span = "", flags = "", more } = written.exec(header)?.groups ?? {};
  if (version === undefined || version === "ff" || (version === "00" && more !== undefined)) return undefined;
  if (onlyZeros.test(trace) || onlyZeros.test(span)) return undefined;
  return { traceId: trace, spanId: span, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** The header for somebody who goes on with a trace. */
export function printTraceParent({ traceId, spanId, isSampled }: TraceParts): string {
  return `00-${traceId}-${spanId}-${isSampled ? "01" : "00"}`;
}
