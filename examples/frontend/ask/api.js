/* The one module that makes requests: every question to the API goes through `ask`. */

import { previewHeaders } from "./preview.js";

export const address = document.querySelector("meta[name=graphql-api]").content;

const headers = {
  "Content-Type": "application/json",
  Accept: "application/graphql-response+json",
};

export async function ask(query, variables, signal) {
  const response = await fetch(address, {
    method: "POST",
    headers: { ...headers, ...previewHeaders() },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const { data, errors } = await response.json();
  if (!data) throw new Error(errors.map(({ message }) => message).join(" "));
  return data;
}
