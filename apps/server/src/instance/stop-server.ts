import { closeApplication } from "./close-application.ts";
import type { RunningServer } from "./start-server.ts";

/**
 * Stops a server, in this order: what runs ends first, then nobody is let in any more, then what we have started is
 * ended. What lasts longer than `grace` milliseconds is cancelled.
 */
export async function stopServer(server: RunningServer, grace: number): Promise<void> {
  const { services, application, log } = server;
  log.info("Rivulet is stopping");
  await services.runs.drain(grace);
  await services.cleaner.close();
  services.streams.close();
  await closeApplication(application);
  services.project.close();
  services.settings.close();
  await services.dynamodb.stop();
  await server.presence?.close();
  await server.database?.close();
  await server.telemetry?.close();
  await server.withdraw();
  log.info("Rivulet has stopped");
}
