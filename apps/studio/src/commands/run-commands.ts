import { AppWindow, CircleX, Play, Square, UserRound } from "lucide-react";
import { isInUse, turnApplication, useApplication } from "../application/application-store.ts";
import { applicationMessages } from "../messages/application-messages.ts";
import { runMessages } from "../messages/run-messages.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { parametersOf } from "../run/parameter-values.ts";
import { rememberedRunAs, runAsChoices } from "../run/run-as.ts";
import { cancelRun, clearRun, startRun } from "../run/run-controller.ts";
import { isRunning, useRunStore } from "../run/run-store.ts";
import { rememberRun } from "../tutorial/tutorial-store.ts";
import { frontApplication, openApplication } from "../workspace/front-application.ts";
import { frontMicroflow } from "../workspace/front-microflow.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import type { StudioCommand } from "./command.ts";

function isApplicationInUse(): boolean {
  return isInUse(useApplication.getState());
}

/** Running the microflow in front, ending it, and taking its traces off the canvas. */
export function runCommands(session: StudioSession): readonly StudioCommand[] {
  const { project } = session;
  const front = () => frontMicroflow(project);
  const runLocally = () => {
    rememberRun();
    void openApplication(session);
  };
  const row = { group: "run", scope: "everywhere" } as const;
  return [
    {
      ...row,
      id: "run",
      label: runMessages.run,
      currentLabel: () => {
        const microflow = front();
        if (microflow) return runMessages.runMicroflow(microflow.name);
        return frontApplication(project) === undefined ? runMessages.run : runMessages.runLocally;
      },
      icon: Play,
      shortcuts: ["F5"],
      synonyms: ["start", "execute", "test"],
      isEnabled: () => frontApplication(project) !== undefined || (front() !== undefined && !isRunning()),
      run: () => {
        if (frontApplication(project) !== undefined) return runLocally();
        const microflow = front();
        const name = microflow && project.index.qualifiedNameOf(microflow);
        if (!microflow || name === undefined) return;
        if (parametersOf(project.index, microflow.id).length > 0)
          openDialog({ kind: "run", microflow: name });
        else {
          const as = rememberedRunAs(project, name);
          void startRun(session, { microflow: name, parameters: {}, as });
        }
      },
    },
    {
      ...row,
      id: "runLocally",
      label: runMessages.runLocally,
      icon: AppWindow,
      shortcuts: [],
      synonyms: ["application", "preview", "open app", "browser"],
      run: runLocally,
    },
    {
      ...row,
      id: "runAs",
      label: runMessages.runAsCommand,
      icon: UserRound,
      shortcuts: ["Alt+F5"],
      synonyms: ["role", "demo user", "rights", "impersonate"],
      isEnabled: () => front() !== undefined && !isRunning() && runAsChoices(project).length > 0,
      run: () => {
        const microflow = front();
        const name = microflow && project.index.qualifiedNameOf(microflow);
        if (name !== undefined) openDialog({ kind: "run", microflow: name });
      },
    },
    {
      ...row,
      id: "cancelRun",
      label: runMessages.cancel,
      currentLabel: () =>
        isRunning() || !isApplicationInUse() ? runMessages.cancel : applicationMessages.stop,
      icon: Square,
      shortcuts: ["Shift+F5"],
      synonyms: ["stop", "abort"],
      isEnabled: () => isRunning() || isApplicationInUse(),
      run: () => void (isRunning() ? cancelRun() : turnApplication(false)),
    },
    {
      ...row,
      id: "clearRun",
      label: runMessages.clear,
      icon: CircleX,
      shortcuts: [],
      isEnabled: () => useRunStore.getState().run !== undefined && !isRunning(),
      run: clearRun,
    },
  ];
}
