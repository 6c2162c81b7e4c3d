// A server as a process of its own: what the tests kill and restart. Prints its address.
import { argv, env } from "node:process";
import { createServer, ServerError, stopOnSignals } from "./index.ts";

const [, , folder = "", grace = "10000"] = argv;
const server = createServer({
  folder,
  port: 0,
  environment: env,
  startsDatabase: env["TEST_DATABASE"] === "embedded",
  grace: Number(grace),
  log: { level: "silent" },
});
try {
  console.log(await server.start());
  await stopOnSignals(server);
  console.log("stopped");
} catch (error) {
  if (!(error instanceof ServerError)) throw error;
  console.log(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
