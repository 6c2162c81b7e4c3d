import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ImplementationName } from "./implementations/implementation.ts";
import type { RunningRegion } from "./region-instance.ts";

/** Another process that runs the embedded DynamoDB with region eu-central-1 started. */
export interface OtherProcess extends AsyncDisposable {
  readonly pid: number;
  readonly endpoint: string;
  readonly regions: readonly RunningRegion[];
  /** kill -9, and waits until the process is gone. */
  kill(): Promise<void>;
}

export interface OtherProcessOptions {
  readonly implementation: ImplementationName;
  /** Left out: a temporary one. */
  readonly dataFolder?: string;
  /** Where it looks for programs; an empty text hides `setpriv`, as on a machine that has none. */
  readonly path?: string;
}

export async function startOtherProcess(options: OtherProcessOptions): Promise<OtherProcess> {
  const script = fileURLToPath(new URL("./parent.test-support.ts", import.meta.url));
  const parameters = [
    "--conditions=rivulet-source",
    script,
    options.dataFolder ?? "",
    options.implementation,
  ];
  const child = spawn(process.execPath, parameters, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: options.path ?? process.env["PATH"] },
  });
  const exited = once(child, "exit");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const { endpoint, regions } = JSON.parse(line) as Pick<OtherProcess, "endpoint" | "regions">;
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  return { pid: child.pid ?? Number.NaN, endpoint, regions, kill, [Symbol.asyncDispose]: kill };
}
