import type { Point } from "../geometry.ts";
import type { Box } from "./flow-sides.ts";

/** Something that a flow should not run through. */
export interface Obstacle {
  readonly id: string;
  readonly box: Box;
}

/** Whether two boxes lie over each other; a border that they share is not enough. */
export function isOver(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

/** Whether a point is in a box or on its border. */
export function contains({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** A box that is larger on each side. */
export function widened({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** About a card and the room round it. */
const cellSize = 320;
/** So far the cells of a row are numbered. */
const cellsOfRow = 1 << 20;
/** A region of more cells than this is compared with everything. */
const mostCells = 400;

interface Cells {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function cellsOf({ x, y, width, height }: Box): Cells {
  return {
    left: Math.floor(x / cellSize),
    right: Math.floor((x + width) / cellSize),
    top: Math.floor(y / cellSize),
    bottom: Math.floor((y + height) / cellSize),
  };
}

const countOf = ({ left, right, top, bottom }: Cells) => (right - left + 1) * (bottom - top + 1);

/** What stands where: finds what is near without a look at everything. */
export class ObstacleGrid {
  readonly #all: readonly Obstacle[];
  readonly #cells = new Map<number, Obstacle[]>();
  /** What lies over very many cells is looked at each time. */
  readonly #large: Obstacle[] = [];

  constructor(obstacles: readonly Obstacle[]) {
    this.#all = obstacles;
    for (const obstacle of obstacles) this.#add(obstacle);
  }

  #add(obstacle: Obstacle): void {
    const cells = cellsOf(obstacle.box);
    if (countOf(cells) > mostCells) {
      this.#large.push(obstacle);
      return;
    }
    for (let row = cells.top; row <= cells.bottom; row += 1) {
      for (let column = cells.left; column <= cells.right; column += 1) {
        const key = row * cellsOfRow + column;
        const present = this.#cells.get(key);
        if (present) present.push(obstacle);
        else this.#cells.set(key, [obstacle]);
      }
    }
  }

  /** The obstacles that lie over a region. */
  near(region: Box): Obstacle[] {
    const cells = cellsOf(region);
    if (countOf(cells) > mostCells) return this.#all.filter(({ box }) => isOver(box, region));
    const found = new Set(this.#large);
    for (let row = cells.top; row <= cells.bottom; row += 1) {
      for (let column = cells.left; column <= cells.right; column += 1) {
        for (const obstacle of this.#cells.get(row * cellsOfRow + column) ?? []) found.add(obstacle);
      }
    }
    return [...found].filter(({ box }) => isOver(box, region));
  }
}
