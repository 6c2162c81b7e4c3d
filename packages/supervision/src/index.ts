export { freePort } from "./free-port.ts";
export {
  type Account,
  type ChildExit,
  type Command,
  type LaunchOptions,
  launchChild,
  type RunningChild,
} from "./launch-child.ts";
export { closeServer, listenOnLoopback } from "./loopback-server.ts";
