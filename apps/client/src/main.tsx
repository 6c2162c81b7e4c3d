import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Application } from "./app/application.tsx";
import { followConnection } from "./app/connection.ts";
import { followLayouts } from "./app/follow-layouts.ts";
import { followProject } from "./app/live-reload.ts";
import { followHistory, openApp } from "./app/navigation.ts";
import { offerStudio } from "./app/open-in-studio.ts";
import { followPointer } from "./page/pointer-released.ts";
import { isPreview, Preview, startPreview } from "./preview/preview.tsx";
import "./theme/theme.css";
import "./theme/frame.css";
import "./theme/menu.css";
import "./theme/widgets.css";
import "./theme/lists.css";
import "./theme/inputs.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element.");
createRoot(root).render(<StrictMode>{isPreview() ? <Preview /> : <Application />}</StrictMode>);
if (isPreview()) startPreview();
else begin();

function begin(): void {
  addEventListener("popstate", () => void followHistory());
  followPointer();
  followConnection();
  followLayouts();
  void openApp();
  followProject();
  offerStudio();
}
