/** Puts an element's text on the clipboard; whether that worked. */
export async function copied(element: HTMLElement): Promise<boolean> {
  // Absent where the site is not served over https.
  const done = await navigator.clipboard?.writeText(element.textContent).then(
    () => true,
    () => false,
  );
  return done || copiedBySelection(element);
}

/** The older way. Where that fails too, the text is left open and selected for the reader's own keys. */
function copiedBySelection(element: HTMLElement): boolean {
  const details = element.closest('details');
  const closed = details !== null && !details.open;
  if (closed) details.open = true;
  const selection = window.getSelection()!;
  selection.selectAllChildren(element);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies without https.
  const done = document.execCommand('copy');
  if (done) {
    selection.removeAllRanges();
    if (closed) details.open = false;
  }
  return done;
}
