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
import { lastStep, nextStep, stepsDone } from "./tutorial-steps.ts";
import { closeTutorial, foldTutorial, restartTutorial, skipStep, useTutorial } from "./tutorial-store.ts";

/** What there is to know of the project and of what this person skipped. */
function useProgress() {
  const index = useIndex();
  const hasRun = useTutorial((state) => state.hasRun);
  const skippedSteps = useTutorial((state) => state.skipped);
  return useMemo(() => {
    const facts = tutorialFacts(index, hasRun);
    const done = stepsDone(facts);
    const skipped = new Set(skippedSteps.filter((step) => !done.has(step)));
    return { facts, done, skipped, next: nextStep(done, skipped) };
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
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={tutorialMessages.options}>
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
        variant="subtle"
        color="gray"
        size={28}
        aria-label={foldLabel}
        aria-expanded={!isFolded}
        onClick={() => foldTutorial(!isFolded)}
      >
        <Fold size={15} />
      </ActionIcon>
      <Tooltip label={tutorialMessages.closedHint}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={tutorialMessages.close}
          onClick={closeTutorial}
        >
          <X size={15} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function Step({ step, progress }: { step: number; progress: Progress }) {
  const { done, skipped, next, facts } = progress;
  const isNext = step === next;
  const state = done.has(step) ? "done" : skipped.has(step) ? "skipped" : "open";
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNext) row.current?.scrollIntoView({ block: "nearest" });
  }, [isNext]);
  return (
    <li
      ref={row}
      className="rv-tutorial-step"
      data-state={state}
      aria-current={isNext ? "step" : undefined}
      data-testid={`tutorial-step-${step}`}
    >
      <span className="rv-tutorial-mark" role="img" aria-label={tutorialMessages.stepState(step, state)}>
        {state === "done" && <Check size={13} strokeWidth={3} />}
        {state === "skipped" && <CircleDashed size={13} />}
        {state === "open" && step}
      </span>
      <div>
        <p>{tutorialMessages.steps[step - 1]}</p>
        {isNext && (
          <div className="rv-tutorial-actions">
            <Button
              size="compact-xs"
              data-testid="tutorial-show"
              onClick={() => highlightPlace(placeOfStep(step, facts))}
            >
              {tutorialMessages.show}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              data-testid="tutorial-skip"
              onClick={() => skipStep(step)}
            >
              {tutorialMessages.skip}
            </Button>
          </div>
        )}
      </div>
    </li>
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
  const [isResetting, setResetting] = useState(false);
  return (
    <aside
      className="rv-tutorial"
      aria-label={tutorialMessages.title}
      data-folded={isFolded || undefined}
      data-testid="tutorial"
    >
      <Head progress={progress} onReset={() => setResetting(true)} />
      <progress
        className="rv-tutorial-bar"
        max={lastStep}
        value={progress.done.size}
        aria-label={tutorialMessages.title}
      />
      {!isFolded && <Steps progress={progress} />}
      {isResetting && <ResetDialog onClose={() => setResetting(false)} />}
    </aside>
  );
}
