import { List, Text } from "@mantine/core";
import { FormDialog } from "../dialogs/form-dialog.tsx";
import { projectMessages } from "../messages/project-messages.ts";
import { tutorialMessages } from "../messages/tutorial-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { planReset, resetProject } from "./reset-tutorial.ts";
import { restartTutorial } from "./tutorial-store.ts";

/** Says what a reset takes away before it does it. */
export function ResetDialog({ onClose }: { onClose: () => void }) {
  const project = useProject();
  const plan = planReset(project);
  const title = ({ type, name }: { type: keyof typeof projectMessages.recordNouns; name: string }) =>
    `${projectMessages.recordNouns[type]} ${name}`;
  const made = [
    ...plan.made.map((record) => title(record)),
    ...plan.menu.map(({ caption }) => tutorialMessages.resetMenu(caption)),
  ];
  return (
    <FormDialog
      title={tutorialMessages.resetTitle}
      size={440}
      isBlocked={made.length === 0}
      submitLabel={tutorialMessages.resetNow}
      submitTestId="reset-tutorial"
      note={tutorialMessages.resetHint}
      onSubmit={() => {
        resetProject(project, plan);
        restartTutorial();
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{made.length === 0 ? tutorialMessages.resetNothing : tutorialMessages.resetText}</Text>
      <List size="sm">
        {made.map((each) => (
          <List.Item key={each}>{each}</List.Item>
        ))}
      </List>
      {plan.users.length > 0 && (
        <>
          <Text>{tutorialMessages.resetUsers}</Text>
          <List size="sm">
            {plan.users.map((record) => (
              <List.Item key={record.id}>{title(record)}</List.Item>
            ))}
          </List>
        </>
      )}
    </FormDialog>
  );
}
