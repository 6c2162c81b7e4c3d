export { type TranslatedPattern, translatePattern } from "./java-pattern.ts";
export { re2Patterns } from "./re2-patterns.ts";
