import { Button, CopyButton, Group, Text, TextInput } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { Dialog } from "../dialogs/dialog.tsx";
import { peopleMessages } from "../messages/people-messages.ts";

interface ShownOnceProps {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly testId: string;
  readonly onClose: () => void;
}

/** Something that the server tells once: a link, a key. */
export function ShownOnce({ title, text, secret, testId, onClose }: ShownOnceProps) {
  return (
    <Dialog title={title} size={560} onClose={onClose}>
      <Text size="sm" c="dimmed" mb={12}>
        {text}
      </Text>
      <TextInput
        aria-label={title}
        value={secret}
        readOnly
        data-autofocus
        classNames={{ input: "rv-value" }}
        onFocus={(event) => event.currentTarget.select()}
        data-testid={testId}
      />
      <Group justify="flex-end" gap={8} mt={16}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
              onClick={copy}
            >
              {copied ? peopleMessages.copied : peopleMessages.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose} data-testid="shown-once-close">
          {peopleMessages.close}
        </Button>
      </Group>
    </Dialog>
  );
}
