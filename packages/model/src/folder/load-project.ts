import type { LoadedProject } from "./loaded-project.ts";
import { ProjectReader } from "./project-reader.ts";

/**
 * Reads a project folder once. Finds every problem of its files, not only the first; runs nothing and touches no
 * network. To read the same folder again and again, or to save into it, use {@link ProjectFolder}.
 *
 * @example const { records, problems } = loadProject("./my-project");
 */
export function loadProject(folder: string): LoadedProject {
  return new ProjectReader(folder).read();
}
