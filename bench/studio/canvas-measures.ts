import type { MeasuredPage } from "../browser/measured-page.ts";
import type { FigureMeasure, FigureSource, FunctionCpuMeasure, Measure } from "../harness/measure.ts";
import { dragPerMove, panPerMove, rendersPerMove } from "./gestures.ts";
import { longTasks } from "./minute-of-gestures.ts";
import { StudioBrowser } from "./studio-browser.ts";

/** Activities of the large and of the small microflow. */
const large = 5_000;
const small = 100;
/** Activities of the microflow in which a minute is worked. */
const everyday = 300;

/** A page of its own for each sample. */
async function eachVisit(
  activities: number,
  read: (studio: MeasuredPage) => Promise<number> | number,
): Promise<FigureSource> {
  const browser = await StudioBrowser.open(activities);
  return {
    take: async () => {
      const studio = await browser.visit();
      const figure = await read(studio);
      await studio.close();
      return figure;
    },
    close: () => browser.close(),
  };
}

/** One page for all samples. */
async function onePage(
  activities: number,
  read: (studio: MeasuredPage) => Promise<number>,
): Promise<FigureSource> {
  const browser = await StudioBrowser.open(activities);
  const studio = await browser.visit();
  return { take: () => read(studio), close: () => browser.close() };
}

type Facts = Pick<FigureMeasure, "name" | "about" | "limit" | "aim" | "unit" | "pairs">;

const firstRender: FigureMeasure = largeAgainstSmall(
  {
    name: "studio-first-render",
    about: "main-thread CPU from the address to the drawing, 5,000 against 100 activities",
    limit: 2,
    aim: 1.3,
    unit: "ms CPU",
  },
  (activities) => eachVisit(activities, (studio) => studio.cpu()),
);
const pan = largeAgainstSmall(
  {
    name: "studio-pan",
    about: "main-thread CPU of one move while the canvas is panned, 5,000 against 100 activities",
    limit: 1.5,
    aim: 1.1,
    unit: "ms CPU",
  },
  (activities) => onePage(activities, panPerMove),
);
const drag = largeAgainstSmall(
  {
    name: "studio-drag",
    about: "main-thread CPU of one move while an activity is dragged, 5,000 against 100 activities",
    limit: 1.75,
    aim: 1.3,
    unit: "ms CPU",
  },
  (activities) => onePage(activities, dragPerMove),
);
const heap = largeAgainstSmall(
  {
    name: "studio-heap",
    about: "the page's heap after its garbage is collected, 5,000 against 100 activities",
    limit: 3,
    aim: 2,
    unit: "MB",
    pairs: 10,
  },
  (activities) => eachVisit(activities, (studio) => studio.heap()),
);

function largeAgainstSmall(facts: Facts, open: (activities: number) => Promise<FigureSource>): FigureMeasure {
  return { kind: "figure", ...facts, ours: () => open(large), theirs: () => open(small) };
}

const renders: FigureMeasure = {
  kind: "figure",
  name: "studio-renders",
  about: "elements drawn again for one move while an activity is dragged, of 5,000",
  limit: 1.2,
  aim: 1,
  unit: "renders",
  pairs: 10,
  ours: () => onePage(large, rendersPerMove),
};

const gestures: FigureMeasure = {
  kind: "figure",
  name: "studio-long-tasks",
  about: "tasks of more than 50 ms CPU in a minute of gestures in 300 activities",
  limit: 0,
  aim: 0,
  unit: "tasks",
  result: "total",
  ours: () => onePage(everyday, longTasks),
};

/** Everything that a first visit needs has come when the worker has counted the problems. */
async function firstLoadOf(studio: MeasuredPage) {
  await studio.page.getByTestId("problem-count").waitFor();
  return studio.received();
}

const firstLoad: FigureMeasure = {
  kind: "figure",
  name: "studio-first-load",
  about: "the studio's own files until its problems are counted, as sent: fonts and the worker's included",
  limit: 450,
  aim: 300,
  unit: "kB",
  pairs: 5,
  ours: () => eachVisit(small, async (studio) => (await firstLoadOf(studio)).files / 1000),
};

const firstAnswers: FigureMeasure = {
  kind: "figure",
  name: "studio-first-answers",
  about:
    "what the server says to the studio meanwhile, as sent: the catalog, and a project of 100 activities",
  limit: 60,
  aim: 40,
  unit: "kB",
  pairs: 5,
  ours: () => eachVisit(small, async (studio) => (await firstLoadOf(studio)).api / 1000),
};

const edit: FunctionCpuMeasure = {
  kind: "function-cpu",
  name: "studio-edit",
  about: "one edit among 1,000 activities: the change, its undo entry, what the canvas draws of it",
  limit: 8,
  aim: 3,
  ours: { module: new URL("one-edit.ts", import.meta.url), name: "oneEdit" },
  calls: 5,
  warmUpCalls: 40,
  processes: "one-a-side",
};

/** What the canvas costs in the browser (issue "The studio", "Speed"). */
export const canvasMeasures: readonly Measure[] = [
  firstRender,
  pan,
  drag,
  renders,
  heap,
  edit,
  gestures,
  firstLoad,
  firstAnswers,
];
