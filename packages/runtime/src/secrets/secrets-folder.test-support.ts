import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secretKeyFile } from "./key-ring.ts";
import { secretValuesFile } from "./secret-file.ts";

/** A project folder's `.rivulet`, and what is in it. It goes at the end of the block. */
export interface SecretsFolder extends Disposable {
  readonly path: string;
  /** The text of the file of values. */
  values(): string;
  write(text: string, mode?: number): void;
  key(): string;
}

/** A folder in which nothing was kept yet. */
export function secretsFolder(): SecretsFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-secrets-")));
  mkdirSync(join(path, ".rivulet"));
  const file = join(path, secretValuesFile);
  return {
    path,
    values: () => readFileSync(file, "utf8"),
    write(text, mode = 0o600) {
      writeFileSync(file, text);
      chmodSync(file, mode);
    },
    key: () => readFileSync(join(path, secretKeyFile), "utf8"),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}
