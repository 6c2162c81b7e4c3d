/** There is nothing to read at a path. */
export class ProjectUnreadable extends Error {
  override readonly name = "ProjectUnreadable";
}
