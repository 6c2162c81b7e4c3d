// The licences of what is not ours in what we ship. A build makes them from the modules that are in its bundle, so they
// are always those of exactly that bundle.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

/** Name of the file beside a bundle. */
export const noticesFile = "THIRD-PARTY-NOTICES.txt";

/** Texts for packages that come without one: `<scope>+<name>.txt`, copied from where the package is developed. */
const givenTexts = join(checkout, "scripts/licences");

const licenceName = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/**
 * @typedef {{ name: string, version: string, licence: string, text: string }} ThirdPartyPackage
 */

/**
 * The notices of third-party packages: each once, by name, those of one text together.
 *
 * @param {Iterable<string>} moduleIds files that are in a bundle; those of ours are passed over
 * @param {readonly string[]} [besides] folders of packages that are shipped beside the bundle
 * @returns {string}
 */
export function thirdPartyNotices(moduleIds, besides = []) {
  const folders = new Set(besides);
  for (const id of moduleIds) {
    const folder = packageFolder(id);
    if (folder !== undefined) folders.add(folder);
  }
  const packages = [...folders].map(readPackage);
  const titles = new Map(
    packages.map(({ name, version, licence, text }) => [`${name} ${version}, ${licence}`, text]),
  );
  const sorted = [...titles].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const byText = Map.groupBy(sorted, ([, text]) => text);
  const entries = [...byText].map(([text, named]) => [...named.map(([title]) => title), "", text].join("\n"));
  const head = "Rivulet is licensed under Apache-2.0. It comes with the following software of others.";
  return `${[head, ...entries].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** A plugin of Vite that puts the notices of a bundle beside it. @type {import("vite").Plugin} */
export const noticesOfBundle = {
  name: "third-party-notices",
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const source = thirdPartyNotices(chunks.flatMap(({ moduleIds }) => moduleIds));
    this.emitFile({ type: "asset", fileName: noticesFile, source });
  },
};

/** The folder of the package that a file belongs to. @param {string} id */
function packageFolder(id) {
  const file = id.replace(/^\0/, "").replace(/\?.*$/, "");
  const at = file.lastIndexOf("/node_modules/");
  if (at === -1) return undefined;
  const inside = file.slice(at + "/node_modules/".length).split("/");
  const name = inside.slice(0, inside[0]?.startsWith("@") ? 2 : 1).join("/");
  return join(file.slice(0, at), "node_modules", name);
}

/** @param {string} folder @returns {ThirdPartyPackage} */
function readPackage(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license } = manifest;
  const own = readdirSync(folder)
    .filter((file) => licenceName.test(file))
    .toSorted();
  const texts = own.map((file) => readFileSync(join(folder, file), "utf8").trim());
  const text = texts.length > 0 ? texts.join("\n\n") : textFor(manifest);
  return { name, version, licence: String(license ?? "as below"), text };
}

/**
 * The text for a package that comes without one. The Apache License names no holder, so that ours is theirs; else the
 * package's own word about who wrote it stands for it.
 * @param {{ name: string, license?: unknown, author?: string | { name: string }, repository?: string | { url: string } }} manifest
 */
function textFor({ name, license, author, repository }) {
  const given = join(givenTexts, `${name.replace("/", "+")}.txt`);
  if (existsSync(given)) return readFileSync(given, "utf8").trim();
  if (license === "Apache-2.0") return readFileSync(join(checkout, "LICENSE"), "utf8").trim();
  const holder = typeof author === "object" ? author.name : author;
  const source = typeof repository === "object" ? repository.url : repository;
  return `The package has no licence text. Author: ${holder ?? "not said"}. Source: ${source ?? "not said"}.`;
}
