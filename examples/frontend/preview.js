/* Connects a preview with the editor, through the module that the API has for that. */

import { address } from "./ask/api.js";
import { isPreview, renew } from "./ask/preview.js";
import { word } from "./words/words.js";

export async function connect({ refresh }) {
  if (!isPreview) return;
  const api = new URL(address, location.href);
  const { preview } = await import(new URL("preview.js", api));
  let known = location.pathname;
  preview({
    api,
    label: word("edit"),
    update({ token, path, signal }) {
      renew(token);
      /* A page that is renamed moves, and whoever looks at it goes along. */
      const address = `${path}#preview=${token}`;
      if (path && location.pathname === known) history.replaceState(history.state, "", address);
      known = path || known;
      return refresh(signal);
    },
  });
}
