import type { Point } from "../geometry.ts";
import { routeMiddle } from "./flow-routing.ts";
import type { Box } from "./flow-sides.ts";
import { isOver } from "./obstacles.ts";

/** The button with which something is put into a flow, and a little room round it. */
const button = 26;
/** Parts of the way at which it may stand, the best first; where a name is on the flow, the end has more room. */
const alone = 0.5;
const besideName: readonly number[] = [0.5, 0.65, 0.78, 0.3];
const otherwise = 0.78;

/** Where something is put into a flow: in its middle, beside the name that stands on it. */
export function insertPlace(points: readonly Point[], label: Box | undefined): Point {
  if (!label) return routeMiddle(points, alone);
  const places = besideName.map((share) => routeMiddle(points, share));
  const free = places.find(
    ({ x, y }) => !isOver(label, { x: x - button / 2, y: y - button / 2, width: button, height: button }),
  );
  return free ?? routeMiddle(points, otherwise);
}
