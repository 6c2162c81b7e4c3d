import { type ProjectRecord, placementId } from "@rivulet/model";
import { buildProject, createList, log, loop, withRecords } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { elementsNear, neighbourhoodOf, partOf, servesView, stepTowards } from "./near-part.ts";
import { MicroflowProjector } from "./projection.ts";

const screen = { x: 0, y: 0, width: 1000, height: 600 };
const nothing: ReadonlySet<string> = new Set();
const flow = "Shop.Flow";

const places: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  start: { x: 0, y: 100 },
  list: { x: 200, y: 100 },
  near: { x: 1050, y: 100 },
  each: { x: 3000, y: 100 },
  end: { x: 6000, y: 100 },
};

/** A microflow that begins on the screen and goes on far to the right, through a loop. */
function projection() {
  const sample = buildProject({
    modules: {
      Shop: {
        entities: { Order: {} },
        microflows: {
          Flow: {
            elements: {
              list: createList("Shop.Order", "OrderList"),
              near: log("'near'"),
              each: loop("OrderList", "Order", { elements: { inside: log("'inside'") } }),
            },
          },
        },
      },
    },
  });
  const placements = Object.entries(places).map(([name, place]): ProjectRecord => {
    const of = `${flow}.${name}`;
    return { id: placementId(of), type: "placement", parent: flow, of, ...place };
  });
  return new MicroflowProjector(flow).project(withRecords(sample, placements).index);
}

const drawing = projection();
const near = (region: typeof screen, kept = nothing) =>
  elementsNear(drawing, { view: region, region }, kept).map((id) => id.slice(flow.length + 1));

describe("what the canvas library gets of a microflow", () => {
  test("is what lies in the region, and where the flows lead that leave it", () => {
    expect(near(screen)).toEqual(["start", "list", "near"]);
    const around = elementsNear(drawing, neighbourhoodOf(screen), nothing);
    expect(around.map((id) => id.slice(flow.length + 1))).toEqual(["start", "list", "near", "each"]);
  });

  test("is both ends of a flow that only crosses the region", () => {
    expect(near({ x: 4500, y: 0, width: 100, height: 600 })).toEqual(["each", "end"]);
  });

  test("is the loop of what is in it, before that", () => {
    const inside = drawing.nodes.find(({ parentId }) => parentId !== undefined);
    const far = neighbourhoodOf({ ...screen, y: 9000 });
    const loopFirst = elementsNear(drawing, far, new Set([inside?.id ?? ""]));
    expect(loopFirst).toEqual([inside?.parentId, inside?.id]);
  });

  test("begins with what is seen", () => {
    const view = { x: 1050, y: 0, width: 300, height: 600 };
    const region = { ...view, x: 0, width: 2900 };
    const names = elementsNear(drawing, { view, region }, nothing).map((id) => id.slice(flow.length + 1));
    expect(names).toEqual(["near", "start", "list", "each"]);
  });

  test("is what is kept, wherever it is: elements, and the ends of flows", () => {
    const far = { ...screen, y: 9000 };
    expect(near(far)).toEqual([]);
    expect(near(far, new Set([`${flow}.end`]))).toEqual(["end"]);
    const last = drawing.edges.find(({ target }) => target === `${flow}.end`);
    expect(near(far, new Set([last?.id ?? ""]))).toEqual(["each", "end"]);
  });

  test("has only flows whose two ends are there", () => {
    const part = partOf(drawing, new Set([`${flow}.start`, `${flow}.list`, `${flow}.end`]));
    expect(part.nodes).toHaveLength(3);
    expect(part.edges.map(({ source, target }) => [source, target])).toEqual([
      [`${flow}.start`, `${flow}.list`],
    ]);
  });
});

describe("the neighbourhood of the screen", () => {
  test("serves while the view stays in it, and not when the view became much smaller", () => {
    const around = neighbourhoodOf(screen);
    expect(servesView(around, { ...screen, x: 100, y: -60 })).toBe(true);
    expect(servesView(around, { ...screen, x: 101 })).toBe(false);
    expect(servesView(around, { ...screen, y: -61 })).toBe(false);
    expect(servesView(around, { x: 0, y: 0, width: 390, height: 240 })).toBe(false);
  });
});

describe("the way to what is wanted", () => {
  test("takes a few at a time and lets go at once", () => {
    const wanted = ["a", "b", "c", "d"];
    const first = stepTowards(wanted, new Set(["c", "gone"]), 2);
    expect([...first]).toEqual(["a", "b", "c"]);
    expect([...stepTowards(wanted, first, 2)]).toEqual(wanted);
  });
});
