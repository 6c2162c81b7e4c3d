import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ShakenServer } from "./shaken-server.test-support.ts";

interface SmallDisk extends Disposable {
  readonly path: string;
}

/** A small disk in memory. Only root can make one; others get none. */
function smallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), "rivulet-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", path], {
      stdio: "ignore",
    });
  } catch {
    rmSync(path, { recursive: true });
    return undefined;
  }
  chmodSync(path, 0o755);
  return {
    path,
    [Symbol.dispose]() {
      execFileSync("umount", ["-l", path]);
      rmSync(path, { recursive: true });
    },
  };
}

/** Fills a folder's disk until nothing more fits. */
function fill(folder: string): void {
  for (let part = 0; ; part += 1) {
    try {
      writeFileSync(join(folder, `filler-${part}`), Buffer.alloc(1024 * 1024));
    } catch {
      return;
    }
  }
}

/** The database's disk is full for a while. Answers with how many runs were acknowledged, or why it was not tried. */
export async function fillDisk(): Promise<string> {
  using disk = smallDisk(160);
  if (!disk) return "not tried: only root can make a small disk";
  const filler = mkdtempSync(join(disk.path, "filler-"));
  const server = await ShakenServer.start({ RIVULET_DATA: join(disk.path, "data") });
  try {
    const fullDisk = async () => {
      await delay(300);
      fill(filler);
      await delay(3_000);
      rmSync(filler, { recursive: true });
      await delay(500);
    };
    await server.load(fullDisk());
    await server.untilReady();
    await server.judge(true);
    return `${server.acknowledged} runs acknowledged, none lost`;
  } finally {
    await server.end();
  }
}
