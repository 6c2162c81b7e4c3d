export * from "./codec/attribute-value.ts";
export { decodeItem } from "./codec/decode-value.ts";
export { encodeItem } from "./codec/encode-value.ts";
export * from "./connector.ts";
export * from "./tables/look-up-tables.ts";
