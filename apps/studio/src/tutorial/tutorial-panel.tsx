import "./tutorial.css";
import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { Check, ChevronDown, ChevronUp, CircleDashed, Ellipsis, RotateCcw, Undo2, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { tutorialMessages } from "../messages/tutorial-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { highlightPlace } from "./highlight-place.ts";
import { ResetDialog } from "./reset-dialog.tsx";
import { placeOfStep } from "./step-places.ts";
import { tutorialFacts } from "./tutorial-facts.ts";
import { lastStep, nextSteps, type StepsInOneGo, stepsDone } from "./tutorial-steps.ts";
import {
  closeTutorial,
  foldTutorial,
  rememberBuilding,
  restartTutorial,
  skipSteps,
  useTutorial,
} from "./tutorial-store.ts";

/** What there is to know of the project and of what this person skipped. */
function useProgress() {
  const index = useIndex();
  const hasRun = useTutorial((state) => state.hasRun);
  const skippedSteps = useTutorial((state) => state.skipped);
  return useMemo(() => {
    const facts = tutorialFacts(index, hasRun);
    const done = stepsDone(facts);
    const skipped = new Set(skippedSteps.filter((step) => !done.has(step)));
    return { facts, done, skipped, next: nextSteps(done, skipped) };
  }, [index, hasRun, skippedSteps]);
}

type Progress = ReturnType<typeof useProgress>;

function Head({ progress: { done }, onReset }: { progress: Progress; onReset: () => void }) {
  const isFolded = useTutorial((state) => state.isFolded);
  const foldLabel = isFolded ? tutorialMessages.unfold : tutorialMessages.fold;
  const Fold = isFolded ? ChevronUp : ChevronDown;
  return (
    <header className="rv-tutorial-head">
      <h2>{tutorialMessages.title}</h2>
      <span data-testid="tutorial-progress">{tutorialMessages.progress(done.size, lastStep)}</span>
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon size={28} aria-label={tutorialMessages.options}>
            <Ellipsis size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<RotateCcw size={14} />} onClick={restartTutorial}>
            {tutorialMessages.restart}
          </Menu.Item>
          <Menu.Item leftSection={<Undo2 size={14} />} onClick={onReset}>
            {tutorialMessages.reset}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        size={28}
        aria-label={foldLabel}
        aria-expanded={!isFolded}
        onClick={() => foldTutorial(!isFolded)}
      >
        <Fold size={15} />
      </ActionIcon>
      <Tooltip label={tutorialMessages.closedHint}>
        <ActionIcon size={28} aria-label={tutorialMessages.close} onClick={closeTutorial}>
          <X size={15} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

/** What leads on: where the next steps are done, and how to do without them. */
function Actions({ next, facts }: { next: StepsInOneGo; facts: Progress["facts"] }) {
  return (
    <div className="rv-tutorial-actions">
      <Button
        size="compact-xs"
        data-testid="tutorial-show"
        onClick={() => highlightPlace(placeOfStep(next.last, facts))}
      >
        {tutorialMessages.show}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        data-testid="tutorial-skip"
        onClick={() => skipSteps(next)}
      >
        {tutorialMessages.skip}
      </Button>
    </div>
  );
}

function Step({ step, progress }: { step: number; progress: Progress }) {
  const { done, skipped, next, facts } = progress;
  const isFirst = step === next?.first;
  const isLast = step === next?.last;
  const isNext = next !== undefined && next.first <= step && step <= next.last;
  const state = done.has(step) ? "done" : skipped.has(step) ? "skipped" : "open";
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // The last one first: where not all of them fit, the first is what has to be seen.
    if (isLast) row.current?.scrollIntoView({ block: "nearest" });
    if (isFirst) requestAnimationFrame(() => row.current?.scrollIntoView({ block: "nearest" }));
  }, [isFirst, isLast]);
  return (
    <li
      ref={row}
      className="rv-tutorial-step"
      data-state={state}
      data-next={isNext || undefined}
      aria-current={isFirst ? "step" : undefined}
      data-testid={`tutorial-step-${step}`}
    >
      <span className="rv-tutorial-mark" role="img" aria-label={tutorialMessages.stepState(step, state)}>
        {state === "done" && <Check size={13} strokeWidth={3} />}
        {state === "skipped" && <CircleDashed size={13} />}
        {state === "open" && step}
      </span>
      <div>
        <p>{tutorialMessages.steps[step - 1]}</p>
        {isLast && <Actions next={next} facts={facts} />}
      </div>
    </li>
  );
}

/** A project that is finished as it comes says so, and how it becomes one to build. */
function AlreadyBuilt({ onReset }: { onReset: () => void }) {
  return (
    <div className="rv-tutorial-built" data-testid="tutorial-already-built">
      <p>{tutorialMessages.alreadyBuilt}</p>
      <Button size="compact-xs" data-testid="tutorial-build" onClick={onReset}>
        {tutorialMessages.build}
      </Button>
    </div>
  );
}

function Steps({ progress }: { progress: Progress }) {
  const { chapters } = tutorialMessages;
  return (
    // Keyboards scroll what has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="rv-tutorial-steps" tabIndex={0} role="group" aria-label={tutorialMessages.list}>
      {progress.next === undefined && (
        <p className="rv-tutorial-end" role="status">
          {progress.skipped.size === 0
            ? tutorialMessages.finished
            : tutorialMessages.finishedWithSkipped(progress.skipped.size)}
        </p>
      )}
      {chapters.map(({ first, title }, position) => {
        const end = chapters[position + 1]?.first ?? lastStep + 1;
        const steps = Array.from({ length: end - first }, (_none, offset) => first + offset);
        return (
          <section key={first} aria-label={title}>
            <h3>{title}</h3>
            <ol>
              {steps.map((step) => (
                <Step key={step} step={step} progress={progress} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

/** The tutorial beside the work: what to do next, with a tick at what the project has already. */
export function TutorialPanel() {
  const progress = useProgress();
  const isFolded = useTutorial((state) => state.isFolded);
  const hasBuilt = useTutorial((state) => state.hasBuilt);
  const [isResetting, setResetting] = useState(false);
  const isToBuild = progress.next !== undefined && progress.next.first < lastStep;
  useEffect(() => {
    if (isToBuild) rememberBuilding();
  }, [isToBuild]);
  const reset = () => setResetting(true);
  return (
    <aside
      className="rv-tutorial"
      aria-label={tutorialMessages.title}
      data-folded={isFolded || undefined}
      data-testid="tutorial"
    >
      <Head progress={progress} onReset={reset} />
      <progress
        className="rv-tutorial-bar"
        max={lastStep}
        value={progress.done.size}
        aria-label={tutorialMessages.title}
      />
      {!isFolded && !isToBuild && !hasBuilt && <AlreadyBuilt onReset={reset} />}
      {!isFolded && <Steps progress={progress} />}
      {isResetting && <ResetDialog onClose={() => setResetting(false)} />}
    </aside>
  );
}
