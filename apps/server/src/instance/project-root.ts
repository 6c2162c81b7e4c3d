import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { ServerError } from "./server-error.ts";

/** The real path of a project folder. @throws {ServerError} `no-project` */
export function assertProject(folder: string): string {
  if (existsSync(join(folder, "rivulet.json"))) return realpathSync(folder);
  throw new ServerError(
    "no-project",
    `There is no project in ${folder}: rivulet.json is missing. Make one with "rivulet new".`,
  );
}
