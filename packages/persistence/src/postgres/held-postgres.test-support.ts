// A process that holds an embedded PostgreSQL and prints its address: what the tests kill.
import { startEmbeddedPostgres } from "./embedded-postgres.ts";

const postgres = await startEmbeddedPostgres({ folder: process.argv[2] ?? "" });
console.log(postgres.url);
setInterval(() => {}, 1_000);
