export { createServer, type RivuletServer, type ServerOptions } from "./create-server.ts";
export type { LogOptions, ServerLogLevel } from "./http/log.ts";
export { ServerError } from "./instance/server-error.ts";
export { type RunningServer, readServers } from "./instance/server-file.ts";
export { type MadeLink, makeSignInLink, type WantedLink } from "./instance/sign-in-link.ts";
export { stopOnSignals } from "./instance/stop-on-signals.ts";
export type { RunServiceLimits } from "./runs/run-service.ts";
