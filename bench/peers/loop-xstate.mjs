// The loop of bench/runtime/hand-written.ts as a statechart: eventless transitions, each step an `assign`.
import { assign, createActor, createMachine } from "xstate";
import { makeOrders } from "../runtime/hand-written.ts";
import { judgeLines } from "./judge-lines.mjs";

const machine = createMachine({
  context: ({ input }) => ({ orders: input, lines: [], line: undefined, at: 0 }),
  initial: "next",
  output: ({ context }) => context.lines,
  states: {
    next: {
      always: [
        {
          guard: ({ context }) => context.at < context.orders.length,
          target: "decide",
          actions: assign(({ context }) => {
            const { Quantity, Name } = context.orders[context.at];
            return { line: { Amount: Quantity * 3 + 7, Label: `Order ${Name}` }, at: context.at + 1 };
          }),
        },
        { target: "done" },
      ],
    },
    decide: {
      always: [
        {
          guard: ({ context }) => context.line.Amount > 150,
          target: "next",
          actions: assign(({ context }) => {
            context.lines.push(context.line);
            return {};
          }),
        },
        { target: "next" },
      ],
    },
    done: { type: "final" },
  },
});

/** A thousand orders. */
export function xstateThousand() {
  const orders = makeOrders(1_000);
  return () => {
    const actor = createActor(machine, { input: orders }).start();
    judgeLines(actor.getSnapshot().output, orders);
  };
}
