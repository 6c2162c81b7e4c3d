import "../run/run.css";
import "./runs.css";
import { Button, Loader } from "@mantine/core";
import { History, RotateCw } from "lucide-react";
import { useEffect } from "react";
import { PageTitle } from "../controls/page-title.tsx";
import { runsMessages } from "../messages/runs-messages.ts";
import { ComparisonView } from "./comparison-view.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { followRuns, readOlderRuns, refreshRuns, setFilter } from "./runs-controller.ts";
import { isFiltering, noFilter } from "./runs-filter.ts";
import { compareChosen, useRunsStore } from "./runs-store.ts";
import { RunsTable } from "./runs-table.tsx";

function NoRuns() {
  const isFiltered = useRunsStore(({ filter }) => isFiltering(filter));
  return (
    <div className="rv-runs-empty" data-testid="runs-empty">
      <History size={28} aria-hidden="true" />
      {isFiltered ? (
        <>
          <p>{runsMessages.emptyFiltered}</p>
          <Button variant="default" size="compact-sm" onClick={() => setFilter(noFilter)}>
            {runsMessages.clearFilters}
          </Button>
        </>
      ) : (
        <>
          <h2>{runsMessages.emptyTitle}</h2>
          <p>{runsMessages.emptyText}</p>
        </>
      )}
    </div>
  );
}

function NotRead({ failure }: { failure: string }) {
  return (
    <div className="rv-runs-failure" role="alert">
      <strong>{runsMessages.failed}</strong>
      <span>{failure}</span>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<RotateCw size={13} />}
        onClick={() => void refreshRuns()}
      >
        {runsMessages.tryAgain}
      </Button>
    </div>
  );
}

/** What has been chosen, and what can be done with it. */
function ChoiceBar() {
  const count = useRunsStore(({ chosen }) => chosen.length);
  return (
    <div className="rv-runs-choice">
      <span className="rv-quiet" role="status">
        {count === 0 ? runsMessages.chooseHint : runsMessages.chosen(count)}
      </span>
      <Button
        variant="default"
        size="compact-sm"
        disabled={count < 2}
        onClick={compareChosen}
        data-testid="compare-runs"
      >
        {runsMessages.compare}
      </Button>
    </div>
  );
}

function Runs() {
  const list = useRunsStore((state) => state.list);
  const failure = useRunsStore((state) => state.failure);
  if (!list && failure === undefined)
    return <Loader size={18} aria-label={runsMessages.loading} className="rv-runs-loading" />;
  return (
    <>
      {failure !== undefined && <NotRead failure={failure} />}
      {list && list.runs.length === 0 && <NoRuns />}
      {list && list.runs.length > 0 && <RunsTable runs={list.runs} />}
      {list && list.next !== null && (
        <Button variant="default" className="rv-runs-more" onClick={() => void readOlderRuns()}>
          {runsMessages.more}
        </Button>
      )}
    </>
  );
}

/** Everything that ran on this server: found, opened on the canvas, compared, repeated, ended. */
export function RunsPage() {
  const compared = useRunsStore((state) => state.compared);
  useEffect(followRuns, []);
  return (
    <div className="rv-runs-page" data-testid="runs-page">
      <header className="rv-runs-head">
        <PageTitle title={runsMessages.title} subtitle={runsMessages.subtitle} />
        <ChoiceBar />
      </header>
      {compared && <ComparisonView key={compared.join()} left={compared[0]} right={compared[1]} />}
      <FilterBar />
      <Runs />
    </div>
  );
}
