import "./tutorial.css";
import { Button, Group } from "@mantine/core";
import { tutorialOfferMessages } from "../messages/tutorial-offer-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { isForTutorial, tutorialNames } from "./tutorial-facts.ts";
import { closeTutorial, openTutorial, useTutorial } from "./tutorial-store.ts";

function Offer() {
  const index = useIndex();
  if (!isForTutorial(index)) return null;
  const { microflow } = tutorialNames;
  const isBuilt = index.all("microflow").some(({ record }) => record.name === microflow);
  return (
    <section className="rv-tutorial-offer" aria-labelledby="rv-tutorial-offer">
      <h2 id="rv-tutorial-offer">{tutorialOfferMessages.title}</h2>
      <p>{isBuilt ? tutorialOfferMessages.textOfBuilt(microflow) : tutorialOfferMessages.text}</p>
      <Group gap={6}>
        <Button size="compact-sm" variant="light" onClick={openTutorial} data-testid="start-tutorial">
          {tutorialOfferMessages.start}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={closeTutorial}
          data-testid="refuse-tutorial"
        >
          {tutorialOfferMessages.dismiss}
        </Button>
      </Group>
    </section>
  );
}

/** The offer to go through the tutorial, under the explorer. Once it is taken or refused it stays away. */
export function TutorialOffer() {
  return useTutorial((state) => state.isOfferSettled) ? null : <Offer />;
}
