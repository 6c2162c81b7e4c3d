export * from "./aws-authentication-activities.ts";
export * from "./aws-authentication-module.ts";
export { callErrors } from "./operations/fields.ts";
export * from "./operations/get-credentials/definition.ts";
export * from "./operations/get-sigv4-headers/definition.ts";
export * from "./operations/get-static-credentials/definition.ts";
export * from "./operations/get-temporary-credentials/definition.ts";
export * from "./operations/validate-credentials/definition.ts";
