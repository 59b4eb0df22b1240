export async function ask(api, hash, variables = {}) {
  const address = new URL(`o/${hash.replace("sha256:", "")}`, api);
  if (Object.keys(variables).length) {
    address.searchParams.set("variables", JSON.stringify(variables));
  }
  const headers = { Accept: "application/graphql-response+json" };
  const response = await fetch(address, { headers });
  return response.json();
}
