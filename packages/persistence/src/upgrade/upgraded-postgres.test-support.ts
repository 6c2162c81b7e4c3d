// A process that upgrades the files of a folder, says how far it is, and holds the PostgreSQL: what the job of killed upgrades kills.
import { earlierPostgres } from "@rivulet/testkit";
import { startEmbeddedPostgres } from "../postgres/embedded-postgres.ts";

await startEmbeddedPostgres({
  folder: process.argv[2] ?? "",
  upgrade: { earlierPrograms: earlierPostgres(), tell: console.log },
});
console.log("It runs.");
setInterval(() => {}, 1_000);
