import "./tutorial.css";
import { Button, Group } from "@mantine/core";
import { tutorialMessages } from "../messages/tutorial-messages.ts";
import { useIndex } from "../project/use-project.tsx";
import { isForTutorial } from "./tutorial-facts.ts";
import { closeTutorial, openTutorial, useTutorial } from "./tutorial-store.ts";

function Offer() {
  const index = useIndex();
  if (!isForTutorial(index)) return null;
  return (
    <section className="rv-tutorial-offer" aria-labelledby="rv-tutorial-offer">
      <h2 id="rv-tutorial-offer">{tutorialMessages.offerTitle}</h2>
      <p>{tutorialMessages.offerText}</p>
      <Group gap={6}>
        <Button size="compact-sm" onClick={openTutorial} data-testid="start-tutorial">
          {tutorialMessages.start}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={closeTutorial}
          data-testid="refuse-tutorial"
        >
          {tutorialMessages.dismiss}
        </Button>
      </Group>
    </section>
  );
}

/** The offer to go through the tutorial, under the explorer. Once it is taken or refused it stays away. */
export function TutorialOffer() {
  return useTutorial((state) => state.isOfferSettled) ? null : <Offer />;
}
