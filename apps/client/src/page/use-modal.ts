import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

interface ShownModal {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly onClose: () => void;
}

/**
 * A dialog over the page, open for as long as it is drawn. Closed before it goes, it gives the focus back to what had it;
 * an element that only disappears would leave it nowhere.
 *
 * @param onClose when the user has closed it
 */
export function useModal(onClose?: () => void): ShownModal {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  useLayoutEffect(() => {
    const shown = dialog.current;
    return () => shown?.close();
  }, []);
  // Not when it was closed because it goes.
  return { ref: dialog, onClose: () => void (dialog.current?.open === false && onClose?.()) };
}
