import { Text } from "@mantine/core";
import { formatMessages } from "../../messages/format-messages.ts";

/** How an example looks; nothing while the format means nothing. */
export function FormatExample({ text, testId }: { text: string | undefined; testId: string }) {
  if (text === undefined) return null;
  return (
    <Text size="xs" c="dimmed" data-testid={testId}>
      {formatMessages.example} <span className="rv-format-example">{text}</span>
    </Text>
  );
}
