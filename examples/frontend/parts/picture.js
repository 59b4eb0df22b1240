/* Images in the sizes that the API has made of them. */

import { say } from "../words/words.js";
import { element } from "./element.js";

/** An image cut for its place; `eager` for the one that is seen first. */
export function picture({ alt, responsive: image }, { eager = false, sizes = image.sizes } = {}) {
  if (!image.src) return null;
  const shown = element("img", {
    src: image.src,
    srcset: image.srcset,
    sizes: image.srcset && sizes,
    width: image.width,
    height: image.height,
    alt,
    loading: eager ? null : "lazy",
    fetchpriority: eager ? "high" : null,
    decoding: "async",
  });
  if (image.aspectRatio) shown.style.aspectRatio = image.aspectRatio;
  shown.style.objectPosition = image.objectPosition;
  if (image.placeholder) shown.style.background = `url(${image.placeholder}) center / cover`;
  const sources = image.sources.map(({ mimeType, srcset }) =>
    element("source", { type: mimeType, srcset, sizes }),
  );
  return element("picture", {}, sources, shown);
}

/** An image with what must stand beside it. */
export function figure(image, caption, options) {
  const shown = picture(image, options);
  if (!shown) return null;
  const credit =
    image.credit && element("small", { class: "credit" }, say("credit", { credit: image.credit }));
  const text =
    (caption || credit) && element("figcaption", {}, caption && element("span", {}, caption), " ", credit);
  return element("figure", {}, shown, text);
}
