import { setTimeout as wait } from "node:timers/promises";
import type { PrepareSubject } from "./measure.ts";

/** A run that leaves its event loop alone for a fifth of a second: what remains is the machine's own noise. */
export const idle: PrepareSubject = () => () => wait(200);
