// The rival: a route that asks who calls and inserts one row, and nothing else. Prints its address.
import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import fastify from "fastify";
import pg from "pg";

const { DATABASE_URL = "", BENCH_KEY = "" } = process.env;
const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();
const known = hashOf(`Bearer ${BENCH_KEY}`);

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
await pool.query(
  "create table if not exists bare_runs (id text primary key, microflow text not null, status text not null, started_at timestamptz not null, ended_at timestamptz not null)",
);
const application = fastify();
application.post<{ Params: { name: string } }>("/api/v1/microflows/:name/runs", async (request, reply) => {
  if (!timingSafeEqual(hashOf(request.headers.authorization ?? ""), known)) return reply.code(401).send();
  const run = { runId: randomUUID(), microflow: request.params.name, status: "completed" };
  const now = new Date();
  await pool.query("insert into bare_runs values ($1, $2, $3, $4, $5)", [
    run.runId,
    run.microflow,
    run.status,
    now,
    now,
  ]);
  return run;
});
console.log(await application.listen({ host: "127.0.0.1", port: 0 }));
process.once("SIGTERM", () => {
  void application.close().then(() => pool.end());
});
