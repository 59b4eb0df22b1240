/* Videos: played from here, or linked where they lie elsewhere. Nothing is loaded unasked. */

import { language, say } from "../words/words.js";
import { element } from "./element.js";
import { fileLink } from "./links.js";
import { richText } from "./rich-text.js";

function length(seconds) {
  const minutes = Math.floor(seconds / 60);
  return `${minutes.toLocaleString(language())}:${String(seconds % 60).padStart(2, "0")}`;
}

function player({ file, poster, captions, language: tag }) {
  const track =
    captions?.url &&
    element("track", {
      kind: "captions",
      src: captions.url,
      srclang: captions.inLanguage ?? tag,
      default: true,
    });
  const attributes = { controls: true, preload: "none", poster: poster?.url, src: file.url, lang: tag };
  return element("video", attributes, track);
}

function elsewhere({ url, poster }) {
  return [
    poster && element("img", { src: poster.url, alt: poster.alt, loading: "lazy" }),
    element(
      "p",
      {},
      element("a", { href: url, class: "button" }, say("videoElsewhere", { host: new URL(url).hostname })),
    ),
    element("p", { class: "hint" }, say("videoNotice")),
  ];
}

export function video(data) {
  const { title, file, url, duration, transcript, withoutSpeech } = data;
  const shown = file?.url ? player(data) : url && elsewhere(data);
  if (!shown) return null;
  const facts = [title, duration && length(duration)].filter(Boolean).join(" · ");
  return element(
    "figure",
    { class: "video" },
    shown,
    element(
      "figcaption",
      {},
      facts,
      withoutSpeech && [" ", say("noSpeech")],
      file && [" ", fileLink("", file)],
    ),
    transcript && element("details", {}, element("summary", {}, say("transcript")), richText(transcript)),
  );
}
