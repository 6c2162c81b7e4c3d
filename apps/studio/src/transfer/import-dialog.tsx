import "./import-dialog.css";
import { Button, Group, Loader, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Diff, ImportReport, Problem } from "@rivulet/model";
import { useEffect, useMemo, useState } from "react";
import { focusAtOnce } from "../controls/focus-at-once.ts";
import { transferMessages } from "../messages/transfer-messages.ts";
import { spotOfPlace } from "../problems/spot-of-place.ts";
import type { Catalog } from "../project/project-api.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { useSession } from "../project/use-session.tsx";
import { closeDialog, type ShellDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { applyImport, planImport } from "./plan-import.ts";

/** Makes the change, and opens what came in. */
function carryOut({ project }: StudioSession, diff: Diff, report: ImportReport): void {
  applyImport(project.store, { diff, report });
  closeDialog();
  notifications.show({ title: transferMessages.imported(report.microflow), message: reportLine(report) });
  const spot = spotOfPlace({ document: report.microflow }, project.index);
  if (spot) workspace.getState().goTo(spot);
}

function reportSections({ added, reused, renamed, modules, roles }: ImportReport) {
  const sections = [
    { title: transferMessages.added, names: added },
    { title: transferMessages.reused, names: reused },
    {
      title: transferMessages.renamed,
      names: renamed.map(({ from, to }) => transferMessages.fromTo(from, to)),
    },
    { title: transferMessages.modules, names: modules },
    { title: transferMessages.roles, names: roles },
  ];
  return sections.filter(({ names }) => names.length > 0);
}

function reportLine(report: ImportReport): string {
  return reportSections(report)
    .map(({ title, names }) => `${title}: ${names.join(", ")}.`)
    .join(" ");
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul className="rv-import-problems" data-testid="import-problems">
      {[...new Set(problems.map(({ message }) => message))].map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

function useCatalog(): Catalog | undefined {
  const { api } = useSession();
  const [catalog, setCatalog] = useState<Catalog>();
  useEffect(() => {
    api.loadCatalog().then(setCatalog, closeDialog);
  }, [api]);
  return catalog;
}

/** What importing a file brings, before it is done: new names where they are needed, or what stands in the way. */
export function ImportDialog({ dialog }: { dialog: Extract<ShellDialog, { readonly kind: "import" }> }) {
  const session = useSession();
  const catalog = useCatalog();
  const { source } = dialog;
  const [withNewNames, setWithNewNames] = useState(false);
  const plan = useMemo(() => {
    if (!catalog) return undefined;
    const { store, catalog: activities } = session.project;
    const target = { records: store.records, catalog: activities, connectors: catalog.modules };
    return planImport(source, target, withNewNames);
  }, [catalog, session, source, withNewNames]);
  return (
    <Modal opened onClose={closeDialog} title={transferMessages.importTitle(source.file)} size={560}>
      {!plan && <Loader size={18} />}
      {plan?.kind === "clash" && <Text size="sm">{transferMessages.clashes}</Text>}
      {plan && plan.kind !== "ready" && <ProblemList problems={plan.problems} />}
      {plan?.kind === "ready" &&
        reportSections(plan.report).map(({ title, names }) => (
          <section key={title}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <ul className="rv-import-problems">
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </section>
        ))}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={closeDialog}>
          {plan?.kind === "refused" ? transferMessages.done : transferMessages.cancel}
        </Button>
        {plan?.kind === "clash" && (
          <Button onClick={() => setWithNewNames(true)} data-testid="import-with-new-names">
            {transferMessages.withNewNames}
          </Button>
        )}
        {plan?.kind === "ready" && (
          <Button
            data-autofocus
            // It comes when the file has been read: by then the dialog has given the focus to its cross.
            ref={focusAtOnce}
            onClick={() => carryOut(session, plan.diff, plan.report)}
            data-testid="import-now"
          >
            {transferMessages.importFlow}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
