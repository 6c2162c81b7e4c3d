// The loop of bench/runtime/hand-written.ts as a flow of Node-RED, headless: split -> function -> switch -> join, the
// fastest that its own nodes can be drawn to.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import RED from "node-red";
import { makeOrders } from "../runtime/hand-written.ts";
import { judgeLines } from "./judge-lines.mjs";

const flow = [
  { id: "tab", type: "tab", label: "Loop" },
  {
    id: "in",
    type: "split",
    z: "tab",
    splt: "\\n",
    spltType: "str",
    arraySplt: 1,
    arraySpltType: "len",
    wires: [["line"]],
  },
  {
    id: "line",
    type: "function",
    z: "tab",
    func: "const { Quantity, Name } = msg.payload;\nmsg.payload = { Amount: Quantity * 3 + 7, Label: 'Order ' + Name };\nreturn msg;",
    outputs: 1,
    wires: [["decide"]],
  },
  {
    id: "decide",
    type: "switch",
    z: "tab",
    property: "payload.Amount",
    propertyType: "msg",
    rules: [{ t: "gt", v: "150", vt: "num" }],
    checkall: "true",
    repair: true,
    outputs: 1,
    wires: [["out"]],
  },
  { id: "out", type: "join", z: "tab", mode: "auto", wires: [["done"]] },
  {
    id: "done",
    type: "function",
    z: "tab",
    func: "global.get('done')(msg.payload);",
    outputs: 0,
    wires: [],
  },
];

/** A thousand orders. */
export async function nodeRedThousand() {
  const userDir = mkdtempSync(join(tmpdir(), "rivulet-bench-node-red-"));
  process.once("exit", () => rmSync(userDir, { recursive: true, force: true }));
  writeFileSync(join(userDir, "flows.json"), JSON.stringify(flow));
  let whenDone = (/** @type {readonly { Amount: unknown, Label: unknown }[]} */ _lines) => {};
  RED.init(createServer(), {
    userDir,
    flowFile: "flows.json",
    credentialSecret: false,
    httpAdminRoot: false,
    httpNodeRoot: false,
    logging: { console: { level: "off", metrics: false, audit: false } },
    functionGlobalContext: { done: (/** @type {never} */ lines) => whenDone(lines) },
  });
  await RED.start();
  const orders = makeOrders(1_000);
  const first = await waitFor(() => RED.runtime._.nodes.getNode("in"));
  return () =>
    new Promise((resolve, reject) => {
      whenDone = (lines) => {
        try {
          judgeLines(lines, orders);
          resolve(undefined);
        } catch (error) {
          reject(error);
        }
      };
      first.receive({ payload: orders });
    });
}

/** @param {() => any} look */
async function waitFor(look) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Node-RED did not start the flow.");
}
