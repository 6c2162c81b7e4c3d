import { type ProjectRecord, type ProjectRecords, placementId } from "@rivulet/model";
import { buildProject, changeVariable, createVariable, log } from "@rivulet/testkit";

/** The microflow that is drawn: its id in the project that {@link largeProject} makes. */
export const microflowId = "Bench.Large";

const columns = 20;
const across = 244;
const down = 160;

/** Activities as people mix them: a variable is made, changed and logged. */
function activity(position: number) {
  const variable = `Value${position - (position % 3)}`;
  if (position % 3 === 0) return createVariable(variable, "Integer", String(position));
  return position % 3 === 1
    ? changeVariable(variable, `$${variable} + 1`)
    : log(`'Step ${position} of the benchmark'`);
}

/** The id of an activity, counted from 0. */
export function activityId(position: number): string {
  return `${microflowId}.activity${position}`;
}

/** A project with one microflow of `count` activities in rows, as one reads. */
export function largeProject(count: number): ProjectRecords {
  const positions = Array.from({ length: count }, (_, position) => position);
  const elements = Object.fromEntries(
    positions.map((position) => [`activity${position}`, activity(position)]),
  );
  const { records } = buildProject({ modules: { Bench: { microflows: { Large: { elements } } } } });
  const places = new Map<string, { readonly x: number; readonly y: number }>([
    [`${microflowId}.start`, { x: 0, y: 116 }],
    [`${microflowId}.end`, { x: across, y: 116 + down * Math.ceil(count / columns) }],
    ...positions.map(
      (position) =>
        [
          activityId(position),
          { x: 120 + across * (position % columns), y: 100 + down * Math.floor(position / columns) },
        ] as const,
    ),
  ]);
  const placements = Array.from(places, ([of, place]): ProjectRecord => {
    return { id: placementId(of), type: "placement", parent: microflowId, of, ...place };
  });
  return new Map([...records, ...placements.map((record) => [record.id, record] as const)]);
}
