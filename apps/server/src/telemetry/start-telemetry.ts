import type { Logger } from "pino";
import type { Telemetry } from "./telemetry.ts";
import { readTelemetrySettings } from "./telemetry-settings.ts";

/**
 * Starts to send traces and metrics where the environment names a collector. `undefined` where it does not: then nothing of
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
  const originOf = (url: string | undefined) => url && new URL(url).origin;
  const service = settings.resource["service.name"];
  const { traces, metrics } = settings;
  log.info(
    { traces: originOf(traces?.url), metrics: originOf(metrics?.url), service },
    "what happens is sent to collectors",
  );
  return openTelemetry(settings, log);
}
