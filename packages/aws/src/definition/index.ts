export * from "./aws-authentication-activities.ts";
export * from "./aws-authentication-module.ts";
export * from "./operations/get-static-credentials/definition.ts";
