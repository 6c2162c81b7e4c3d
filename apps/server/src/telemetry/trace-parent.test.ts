import { expect, test } from "vitest";
import { printTraceParent, readTraceParent } from "./trace-parent.ts";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const spanId = "b7ad6b7169203331";

test.each([
  [`00-${traceId}-${spanId}-01`, { traceId, spanId, isSampled: true }],
  [`00-${traceId}-${spanId}-00`, { traceId, spanId, isSampled: false }],
  [`00-${traceId}-${spanId}-03`, { traceId, spanId, isSampled: true }],
  [`cc-${traceId}-${spanId}-01-of-a-later-version`, { traceId, spanId, isSampled: true }],
])("%s is read", (header, parts) => expect(readTraceParent(header)).toEqual(parts));

test.each([
  "",
  `00-${traceId}-${spanId}`,
  `00-${traceId}-${spanId}-01-more`,
  `ff-${traceId}-${spanId}-01`,
  `00-${traceId.toUpperCase()}-${spanId}-01`,
  `00-${"0".repeat(32)}-${spanId}-01`,
  `00-${traceId}-${"0".repeat(16)}-01`,
  `00-${traceId}\n-${spanId}-01`,
])("%j is as good as none", (header) => expect(readTraceParent(header)).toBeUndefined());

test("what is printed is read again", () => {
  const parts = { traceId, spanId, isSampled: true };
  expect(readTraceParent(printTraceParent(parts))).toEqual(parts);
});
