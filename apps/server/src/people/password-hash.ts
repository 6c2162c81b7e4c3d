import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { HttpProblem } from "../http/http-problem.ts";

/** As strong as OWASP asks for, with 32 MiB a hash: 2^15 rounds, blocks of 8, three times. */
const cost = { logarithm: 15, blockSize: 8, parallelization: 3 } as const;
const length = 32;

/** Hashes take a quarter of a second and all of a core: so many at once, and so many more that wait. */
const mostAtOnce = 2;
const mostWaiting = 30;
const waiting: (() => void)[] = [];
let atWork = 0;

/** Hashes a password with a salt of its own; the text says with which cost, so that the cost can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { logarithm, blockSize, parallelization } = cost;
  const hash = await derive(password, salt, cost);
  return `scrypt:${logarithm}:${blockSize}:${parallelization}:${salt.toString("base64url")}:${hash.toString("base64url")}`;
}

/** Compares as long for a person who has no password as for one who has. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [scheme, logarithm, blockSize, parallelization, salt = "", hash = ""] = (stored ?? "").split(":");
  if (scheme !== "scrypt") {
    await derive(password, randomBytes(16), cost);
    return false;
  }
  const found = await derive(password, Buffer.from(salt, "base64url"), {
    logarithm: Number(logarithm),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  });
  return timingSafeEqual(found, Buffer.from(hash, "base64url"));
}

interface Cost {
  readonly logarithm: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

async function derive(password: string, salt: Buffer, { logarithm, blockSize, parallelization }: Cost) {
  const options = { cost: 2 ** logarithm, blockSize, parallelization, maxmem: 256 * 1024 * 1024 };
  await takeTurn();
  try {
    return await scryptOf(password.normalize("NFKC"), salt, options);
  } finally {
    atWork -= 1;
    waiting.shift()?.();
  }
}

async function takeTurn(): Promise<void> {
  if (waiting.length >= mostWaiting) {
    const detail = "Too many people sign in at this moment. Try again in a few seconds.";
    throw new HttpProblem("too-many-tries", detail, { headers: { "retry-after": "5" } });
  }
  if (atWork >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  atWork += 1;
}

function scryptOf(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
