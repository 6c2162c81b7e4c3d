import type { MeasuredPage } from "../browser/measured-page.ts";
import { activityId } from "./large-microflow.ts";

/** Longer than this and a person feels that the page hangs. */
const longTask = 50;
/** What Chromium's trace calls a task of a thread. */
const taskName = "ThreadControllerImpl::RunTask";
/** How long one part of the minute lasts; the samples of the measure are its parts. */
const partOfMinute = 2_000;

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

type Gesture = (studio: MeasuredPage) => Promise<void>;

async function drag({ page }: MeasuredPage, from: readonly [number, number], by: readonly [number, number]) {
  await page.mouse.move(...from);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1)
    await page.mouse.move(from[0] + (by[0] * step) / 12, from[1] + (by[1] * step) / 12);
  await page.mouse.up();
}

/** The middle of an activity, when that is on the screen and under nothing else. */
async function middleOf(
  { page }: MeasuredPage,
  activity: number,
): Promise<readonly [number, number] | undefined> {
  const canvas = await page.getByTestId("microflow-canvas").boundingBox();
  const [box] = await Promise.all(
    (await page.getByTestId(`node-${activityId(activity)}`).all()).map((node) => node.boundingBox()),
  );
  if (!canvas || !box) return undefined;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const isSeen =
    x > canvas.x && x < canvas.x + canvas.width && y > canvas.y && y < canvas.y + canvas.height - 120;
  return isSeen ? [x, y] : undefined;
}

async function dragActivity(studio: MeasuredPage, activity: number, by: readonly [number, number]) {
  const middle = await middleOf(studio, activity);
  if (middle) await drag(studio, middle, by);
}

async function clickActivity(studio: MeasuredPage, activity: number) {
  const middle = await middleOf(studio, activity);
  if (middle) await studio.page.mouse.click(...middle);
}

/** What a person does in a minute, in an order that leaves the drawing as it was. */
const gestures: readonly Gesture[] = [
  (studio) => drag(studio, [700, 190], [-260, -160]),
  (studio) => drag(studio, [700, 190], [260, 160]),
  (studio) => clickActivity(studio, 1),
  (studio) => studio.page.keyboard.press("ArrowRight"),
  (studio) => dragActivity(studio, 1, [60, 48]),
  (studio) => studio.page.keyboard.press("Control+Z"),
  (studio) => studio.page.keyboard.press("Shift+ArrowRight"),
  (studio) => studio.page.keyboard.press("Control+ArrowDown"),
  (studio) => studio.page.keyboard.press("Control+Z"),
  async ({ page }) => {
    await page.mouse.move(700, 400);
    for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, 120);
    for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -120);
  },
  (studio) => studio.page.keyboard.press("0"),
  (studio) => studio.page.keyboard.press("1"),
  (studio) => studio.page.keyboard.press("Home"),
  (studio) => studio.page.keyboard.press("Control+A"),
  (studio) => studio.page.keyboard.press("Escape"),
  async ({ page }) => {
    await page.keyboard.press("Home");
    await page.keyboard.press("+");
    await page.keyboard.type("log");
    await page.keyboard.press("Escape");
  },
  async (studio) => {
    await clickActivity(studio, 0);
    await studio.page.keyboard.press("Delete");
    await studio.page.keyboard.press("Control+Z");
  },
];
let next = 0;

/** How many tasks of the page's main thread took longer than 50 ms CPU in one part of a minute of gestures. */
export async function longTasks(studio: MeasuredPage): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  studio.session.on("Tracing.dataCollected", collect);
  await studio.session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata", "disabled-by-default-devtools.timeline"] },
  });
  const end = Date.now() + partOfMinute;
  while (Date.now() < end) {
    await gestures[next % gestures.length]?.(studio);
    next += 1;
  }
  await studio.settle();
  const complete = new Promise((resolve) => studio.session.once("Tracing.tracingComplete", resolve));
  await studio.session.send("Tracing.end");
  await complete;
  studio.session.off("Tracing.dataCollected", collect);
  return tasksOfMainThread(events).filter((milliseconds) => milliseconds > longTask).length;
}

/** CPU milliseconds of each task of the page's main thread. */
function tasksOfMainThread(events: readonly TraceEvent[]): number[] {
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  // By its whole name: inside of each there is a second one, which begins and ends with it.
  return events
    .filter(({ name, pid, tid }) => name === taskName && mainThreads.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
}
