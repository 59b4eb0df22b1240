// What clients get of registered operations: node trusted.js FRONTEND URL
//
// Each asks for the first page of projects as the how-to configures it.
import { readFile } from "node:fs/promises";
import ts from "typescript";

const [frontend, url] = process.argv.slice(2);
const requests = [];
const fetched = globalThis.fetch;
globalThis.fetch = (address, options) => {
  requests.push({ method: options.method ?? "GET", whole: `${address}${options.body}`.includes("nodes") });
  return fetched(address, options);
};

const generated = await readFile(`${frontend}/generated/trusted/graphql.ts`, "utf-8");
const { outputText } = ts.transpileModule(generated, { compilerOptions: { module: "esnext" } });
const { ProjectsDocument } = await import(
  `data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`
);
const ours = (name) => import(`${frontend}/trusted/${name}.js`);
const variables = { first: 2 };

const { ask } = await ours("ask");
const apollo = (await ours("apollo")).client(url);
const urql = (await ours("urql")).client(url);
const asked = {
  ask: () => ask(url, ProjectsDocument.__meta__.hash, variables),
  apollo: () => apollo.query({ query: ProjectsDocument, variables }),
  urql: () => urql.query(ProjectsDocument, variables).toPromise(),
};
const results = {};
for (const [name, one] of Object.entries(asked)) {
  requests.length = 0;
  const { data } = await one();
  results[name] = { titles: data.projects.nodes.map(({ title }) => title), requests: [...requests] };
}
console.log(JSON.stringify(results));
