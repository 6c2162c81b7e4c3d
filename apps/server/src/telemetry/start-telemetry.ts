import type { Logger } from "pino";
import type { Telemetry } from "./telemetry.ts";
import { readTelemetrySettings } from "./telemetry-settings.ts";

/**
 * Starts to send traces where the environment names a collector. `undefined` where it does not: then nothing of
 * OpenTelemetry is even loaded.
 *
 * @throws {ServerError} `wrong-setting`
 */
export async function startTelemetry(
  environment: Readonly<Record<string, string | undefined>>,
  log: Logger,
): Promise<Telemetry | undefined> {
  const { settings, warnings } = readTelemetrySettings(environment);
  for (const warning of warnings) log.warn(warning);
  if (!settings) return undefined;
  const { openTelemetry } = await import("./open-telemetry.ts");
  log.info(
    { collector: new URL(settings.url).origin, service: settings.resource["service.name"] },
    "traces are sent",
  );
  return openTelemetry(settings, log);
}
