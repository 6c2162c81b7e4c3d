import { expect, test } from "vitest";
import { openView } from "./open-view.ts";

const screen = { width: 800, height: 600 };
const box = (x: number, width: number) => ({ x, y: 100, width, height: 100 });

test.each([
  ["small drawing is shown whole in the middle", [box(0, 400)], { x: 200, y: 150, zoom: 1 }],
  ["large drawing is made smaller", [box(0, 920)], { x: 32, y: 180, zoom: 0.8 }],
  ["drawing too wide to be read whole begins at the left", [box(100, 5000)], { x: -28, zoom: 0.6 }],
  ["empty drawing begins at its corner", [], { x: 32, y: 32, zoom: 1 }],
])("a %s", (_, boxes, expected) => {
  const view = openView(boxes, screen);
  for (const [key, value] of Object.entries(expected)) {
    expect(view[key as keyof typeof view]).toBeCloseTo(value, 0);
  }
});
