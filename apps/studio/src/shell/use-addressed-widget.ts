import { useEffect } from "react";
import { spotOfPlace } from "../problems/spot-of-place.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { useProject } from "../project/use-project.tsx";
import { workspace } from "../workspace/workspace.ts";

/** Name of this window, by which the running application finds it again. */
const studioWindow = "rivulet-studio";

/** Goes to the widget that the address names, and takes it out of the address. */
function followAddress(project: StudioProject): void {
  const record = new URLSearchParams(location.hash.slice(1)).get("widget");
  if (record === null) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const spot = spotOfPlace({ record }, project.index);
  if (!spot) return;
  const { goTo, showPane } = workspace.getState();
  goTo(spot);
  showPane("properties");
}

/** Opens what the running application asks for: `#widget=<id>` in the address. */
export function useAddressedWidget(): void {
  const project = useProject();
  useEffect(() => {
    window.name = studioWindow;
    const follow = () => followAddress(project);
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [project]);
}
