/* Brings what is shown to what is to be shown, and leaves the elements that both have: their
   scroll position, their focus and what a reader opened are theirs. */

function isSame(old, fresh) {
  return (
    old.nodeType === fresh.nodeType &&
    old.nodeName === fresh.nodeName &&
    old.dataset?.block === fresh.dataset?.block
  );
}

/* Whether it is open is up to who reads. */
function patchAttributes(old, fresh) {
  const isOpen = old.nodeName === "DETAILS";
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !(isOpen && name === "open")) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

function patch(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (old.isEqualNode(fresh)) return;
  patchAttributes(old, fresh);
  patchChildren(old, [...fresh.childNodes]);
}

/** Have an element hold these nodes, in its own ones where they fit. */
export function patchChildren(parent, nodes) {
  let next = parent.firstChild;
  for (const fresh of nodes) {
    let old = next;
    while (old && !isSame(old, fresh)) old = old.nextSibling;
    if (!old) {
      parent.insertBefore(fresh, next);
      continue;
    }
    while (next !== old) {
      const gone = next;
      next = next.nextSibling;
      gone.remove();
    }
    patch(old, fresh);
    next = old.nextSibling;
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}
