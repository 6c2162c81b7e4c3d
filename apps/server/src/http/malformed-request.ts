import type { Socket } from "node:net";
import { HttpProblem, problemMediaType } from "./http-problem.ts";
import { failureCode, problemOfError } from "./problem-of-error.ts";
import { securityHeaders } from "./security-headers.ts";

/** Answers, on the bare connection, what could not be read as HTTP at all, and ends the connection. */
export function malformedRequestAnswer(error: Error, socket: Socket): void {
  if (failureCode(error) === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = problemOfError(error);
  const problem =
    known.code === "internal-error" ? new HttpProblem("bad-request", "The request cannot be read.") : known;
  const body = JSON.stringify(problem.toDocument(""));
  const headers = {
    ...securityHeaders,
    "content-type": problemMediaType,
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} Bad Request\r\n${lines.join("")}\r\n${body}`);
}
