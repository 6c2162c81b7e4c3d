/** A component instance in React's tree, as far as this file looks. */
interface Fiber {
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
  readonly flags: number;
  readonly type: unknown;
  readonly memoizedProps: { readonly data?: { readonly elementId?: unknown } } | null;
}

/** What the counter leaves in the page. */
export interface CountedPage {
  /** How often elements of microflows were drawn. */
  elementRenders: number;
}

/**
 * Counts how often the component of an element was drawn, through the hook that React offers to developers' tools.
 * It runs in the page, before everything else, and so refers to nothing outside of itself.
 */
export function countRenders(): void {
  /** React marks a component that did work in a commit with this flag. */
  const performedWork = 1;
  const counted = globalThis as unknown as CountedPage;
  counted.elementRenders = 0;
  const isElement = ({ type, memoizedProps }: Fiber) =>
    typeof type === "function" && memoizedProps?.data?.elementId !== undefined;
  const visit = (next: Fiber, previous: Fiber | null): void => {
    if (isElement(next) && (next.flags & performedWork) !== 0) counted.elementRenders += 1;
    // The same children as before: nothing below was drawn.
    if (previous && next.child === previous.child) return;
    for (let child = next.child; child; child = child.sibling) visit(child, child.alternate);
  };
  const hook = {
    supportsFiber: true,
    isDisabled: false,
    renderers: new Map<number, unknown>(),
    inject: (renderer: unknown) => hook.renderers.set(1, renderer) && 1,
    onCommitFiberRoot: (_renderer: number, { current }: { readonly current: Fiber }) =>
      visit(current, current.alternate),
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    checkDCE: () => undefined,
  };
  Object.defineProperty(globalThis, "__REACT_DEVTOOLS_GLOBAL_HOOK__", { value: hook });
}
