import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for the files of a PostgreSQL, which another account may enter: root's tests then leave nothing elsewhere. */
export function temporaryPostgresFolder(): Disposable & { readonly path: string } {
  const parent = mkdtempSync(join(tmpdir(), "rivulet-postgres-"));
  chmodSync(parent, 0o755);
  return {
    path: join(parent, "postgres"),
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  };
}
