/* Shows what stands at an address: header, content, footer. */

import { fallback, route } from "./ask/page.js";
import { site as askSite } from "./ask/site.js";
import { footer } from "./frame/footer.js";
import { showHead, showLanguage, showTitle } from "./frame/head.js";
import { header } from "./frame/header.js";
import { element, served } from "./parts/element.js";
import { patchChildren } from "./parts/patch.js";
import { failed, gone, notFound } from "./views/missing.js";
import { cautions } from "./views/page-head.js";
import { searchPage } from "./views/search.js";
import { view } from "./views/views.js";
import { say, speak } from "./words/words.js";

function localeOf(path) {
  return path.split("/")[1] || "de";
}

function direction(site, locale) {
  return site.locales.find(({ code }) => code === locale)?.dir ?? "LTR";
}

/* A page that is missing in a language is shown in the next best one, and says so. */
async function resolve(path, signal) {
  const found = await route(path, signal);
  if (found.__typename !== "NotFoundRoute" || found.alternates.length === 0) return found;
  const page = await fallback(found.alternates[0].path, found.locale, signal);
  return page ? { __typename: "PageRoute", page } : found;
}

function fallbackNotice({ language }, site) {
  if (!language.isFallback) return null;
  const name = (wanted) => site.locales.find(({ code }) => code === wanted)?.name ?? wanted;
  return say("fallback", { requested: name(language.requested), served: name(language.locale) });
}

async function pageScreen(page, site, place) {
  const notice = fallbackNotice(page, site);
  const content = await view(page, place);
  return {
    head: () => showHead(page),
    content: [
      cautions({ ...page, fallbackNotice: notice }),
      element("article", served(page.language), content),
    ],
    alternates: page.language.alternates,
  };
}

function otherScreen({ title, content }, site, alternates = []) {
  const name = site.programme?.title ?? site.name;
  return { head: () => showTitle(name ? `${title} – ${name}` : title), content, alternates };
}

/* The same words are searched for in the language that is chosen. */
async function searchScreen(site, place) {
  const words = new URLSearchParams({ search: place.query.get("search") });
  const alternates = (site.programme?.language.alternates ?? []).map((one) => ({
    ...one,
    path: `${one.path}?${words}`,
  }));
  return otherScreen(await searchPage(place), site, alternates);
}

async function screen(found, site, place) {
  if (place.query.has("search")) return searchScreen(site, place);
  if (found.__typename === "PageRoute") return pageScreen(found.page, site, place);
  const missing = found.__typename === "GoneRoute" ? gone : notFound;
  return otherScreen(missing(found, site), site);
}

function draw(site, { head, content, alternates }, { locale, query, inPlace }) {
  const words = query.get("search") ?? "";
  const main = element("main", { id: "content", tabindex: -1 }, content);
  showLanguage(locale, direction(site, locale));
  head();
  const parts = [header(site, { locale, alternates, words }), main, footer(site)];
  if (inPlace) patchChildren(document.body, parts);
  else document.body.replaceChildren(...parts);
}

async function load(url, signal, inPlace) {
  const locale = localeOf(url.pathname);
  const place = { locale, query: url.searchParams, signal, inPlace };
  const asked = place.query.has("search") ? {} : resolve(url.pathname, signal);
  const [site, found] = await Promise.all([askSite(url.pathname, locale, signal), asked]);
  if (found.__typename === "RedirectRoute") return found.to;
  speak(locale, site.locales);
  const shown = await screen(found, site, place);
  if (!signal.aborted) draw(site, shown, place);
  return null;
}

function drawFailure(again) {
  const { title, content } = failed(again);
  showTitle(title);
  document.body.replaceChildren(element("main", { id: "content", tabindex: -1 }, content));
}

/**
 * Show an address; give the one it leads to instead, where it is a redirect.
 * inPlace: what is there already stays, and takes what is new.
 */
export async function show(url, signal, again, { inPlace = false } = {}) {
  document.body.setAttribute("aria-busy", "true");
  try {
    return await load(url, signal, inPlace);
  } catch (error) {
    if (signal.aborted) return null;
    console.error(error);
    drawFailure(again);
    return null;
  } finally {
    if (!signal.aborted) document.body.removeAttribute("aria-busy");
  }
}
