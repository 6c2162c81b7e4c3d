import { expect, test } from "vitest";
import { unsupportedNode } from "./node-version.mjs";

test.each(["22.13.0", "22.20.1", "24.0.0", "30.1.0"])("Node %s is new enough", (version) => {
  expect(unsupportedNode("start", version)).toBeUndefined();
});

test.each(["18.20.0", "20.20.2", "22.12.9"])(
  "Node %s is too old, and the message has the way out",
  (version) => {
    const message = unsupportedNode("start", version);
    expect(message).toContain(version);
    expect(message).toContain('npx --yes -p node@24 -p pnpm@12.21.0 -c "pnpm start"');
  },
);
