import { expect, test } from "vitest";
import type { Box } from "../canvas/routing/flow-sides.ts";
import { labelBox } from "../canvas/routing/label-place.ts";
import { isOver } from "../canvas/routing/obstacles.ts";
import { crosses, meetsAcross, piecesOf, runTogether } from "../canvas/routing/pieces.ts";
import { linkRoutes, type NamedLink, nameSize } from "./link-routes.ts";

const entity = (x: number, y: number, height = 120): Box => ({ x, y, width: 180, height });
const association = (name: string, from: string, to: string): NamedLink => ({
  id: name,
  name,
  from,
  to,
  kind: "association",
});
const generalization = (from: string, to: string): NamedLink => ({
  id: `${from} is a ${to}`,
  name: "",
  from,
  to,
  kind: "generalization",
});

const boxes = new Map([
  ["Order", entity(0, 0)],
  ["Person", entity(440, 40)],
  ["Line", entity(0, 240)],
  ["Employee", entity(440, 280)],
  ["Customer", entity(700, 280)],
  ["Far", entity(900, 40)],
]);

function faultsOf(links: readonly NamedLink[]): string[] {
  const routes = linkRoutes(links, boxes);
  const found: string[] = [];
  for (const link of links) {
    const route = routes.get(link.id);
    const label = route && labelBox(route.label, nameSize(link.name));
    for (const [id, box] of boxes) {
      const isEnd = id === link.from || id === link.to;
      const isHit = piecesOf(route?.points ?? []).some((piece) => crosses(piece, box));
      if (isHit && !isEnd) found.push(`${link.id} runs through ${id}`);
      if (label && link.name !== "" && isOver(label, box)) found.push(`${link.id} is named over ${id}`);
    }
    for (const other of links) {
      const beside = routes.get(other.id);
      const isOne = link.kind === "generalization" && other.kind === "generalization";
      if (other.id <= link.id || isOne || !beside) continue;
      const run = piecesOf(route?.points ?? []).some((piece) =>
        piecesOf(beside.points).some((their) => runTogether(piece, their)),
      );
      if (run) found.push(`${link.id} and ${other.id} run together`);
      if (label && isOver(label, labelBox(beside.label, nameSize(other.name))))
        found.push(`${link.id} and ${other.id} are named at one place`);
    }
  }
  return found;
}

test.each<[string, NamedLink[]]>([
  [
    "several associations of the same two entities",
    ["Buyer", "Seller", "Helpers"].map((name) => association(`Order_${name}`, "Order", "Person")),
  ],
  [
    "associations of an entity with itself",
    ["Manager", "Friends"].map((name) => association(`Person_${name}`, "Person", "Person")),
  ],
  [
    "associations both ways",
    [association("Order_Line", "Order", "Line"), association("Line_Order", "Line", "Order")],
  ],
  ["an association past another entity", [association("Order_Far", "Order", "Far")]],
  [
    "associations beside generalizations",
    [
      generalization("Employee", "Person"),
      generalization("Customer", "Person"),
      association("Employee_Boss", "Employee", "Person"),
      association("Order_Person", "Order", "Person"),
    ],
  ],
])("%s are apart from each other, and their names can be read", (_, links) => {
  expect(faultsOf(links)).toEqual([]);
});

test("lines that run beside each other to a lower entity do not cross", () => {
  const lower = new Map([
    ["Order", entity(0, 0)],
    ["Person", entity(440, 300)],
  ]);
  const links = ["Buyer", "Seller", "Helpers"].map((name) => association(name, "Order", "Person"));
  const lines = [...linkRoutes(links, lower).values()].map(({ points }) => piecesOf(points));
  const crossings = lines.flatMap((one, at) =>
    lines
      .slice(at + 1)
      .flat()
      .filter((piece) => one.some((own) => meetsAcross(own, piece))),
  );
  expect(crossings).toEqual([]);
});

test("an association of an entity with itself leaves it and comes back", () => {
  const route = linkRoutes([association("Person_Manager", "Person", "Person")], boxes).get("Person_Manager");
  expect(route?.sides).toEqual({ from: "right", to: "top" });
});

test("specializations lead to one arrow below what they specialize", () => {
  const links = ["Employee", "Customer", "Line"].map((name) => generalization(name, "Person"));
  const ends = [...linkRoutes(links, boxes).values()].map(({ points }) => points.at(-1));
  expect(ends).toEqual(links.map(() => ({ x: 530, y: 160 })));
});
