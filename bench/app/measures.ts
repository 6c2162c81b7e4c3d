import { sentKilobytes } from "../browser/download-size.ts";
import type { Measure } from "../harness/measure.ts";
import { bareRun, clickedButton } from "./button.ts";
import { listView, plainList } from "./list-view.ts";

/** The running application: what a browser has to fetch, and what pages cost in it. */
export const appMeasures: readonly Measure[] = [
  {
    kind: "download-size",
    name: "app-script",
    about: "what the running application fetches before its first page: its script and its styles, as sent",
    limit: 200,
    aim: 120,
    kilobytes: () => sentKilobytes("apps/client", ["index.html"]),
  },
  {
    kind: "figure",
    name: "app-list-1000",
    about: "main-thread CPU until a list view of 1,000 rows is painted vs the same list in plain React",
    limit: 1.5,
    aim: 1.2,
    unit: "ms CPU",
    ours: listView,
    theirs: plainList,
  },
  {
    kind: "figure",
    name: "app-button",
    about: "a button that calls a microflow which does nothing vs the run API called by the same page",
    limit: 1.3,
    aim: 1.1,
    unit: "ms",
    ours: clickedButton,
    theirs: bareRun,
  },
];
