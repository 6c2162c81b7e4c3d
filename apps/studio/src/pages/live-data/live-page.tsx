import { useComputedColorScheme } from "@mantine/core";
import { type PageView, type PreviewAnswer, previewAddress, type ShownPreview } from "@rivulet/pages/view";
import { useEffect, useRef, useState } from "react";
import { liveDataMessages } from "../../messages/live-data-messages.ts";

interface LivePageProps {
  readonly page: PageView;
  readonly selected: string | undefined;
  readonly onSelect: (widget: string) => void;
}

/** Hears what the application says from inside the frame; tells how often it has begun there. */
function useAnswers(
  frame: { readonly current: HTMLIFrameElement | null },
  onSelect: LivePageProps["onSelect"],
) {
  const [begun, setBegun] = useState(0);
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return;
      const answer = data as PreviewAnswer;
      if (answer.kind === "ready") setBegun((count) => count + 1);
      else onSelect(answer.widget);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [frame, onSelect]);
  return begun;
}

/** The page with its data as the application draws it: one renderer, in a frame. A click selects. */
export function LivePage({ page, selected, onSelect }: LivePageProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const colorScheme = useComputedColorScheme("light");
  const begun = useAnswers(frame, onSelect);
  useEffect(() => {
    if (begun === 0) return;
    const shown: ShownPreview = { kind: "preview", page, colorScheme, selected };
    frame.current?.contentWindow?.postMessage(shown, location.origin);
  }, [begun, page, colorScheme, selected]);
  return (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- our own page of our own origin, with its scripts: a sandbox that lets these in keeps nothing out.
    <iframe
      ref={frame}
      className="rv-live-page"
      title={liveDataMessages.frame(page.title)}
      src={previewAddress}
      data-testid="live-page"
    />
  );
}
