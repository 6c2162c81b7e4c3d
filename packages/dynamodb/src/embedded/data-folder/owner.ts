/** Who runs the embedded DynamoDB of a data folder, and how to ask it for regions. */
export interface DataFolderOwner {
  readonly pid: number;
  /** Address of its control endpoint on 127.0.0.1. */
  readonly control: string;
  /** What the control endpoint wants to see; only who may read the lock file knows it. */
  readonly token: string;
}
