// What Apollo Client and urql make of the API: node clients.js FRONTEND URL
//
// Each asks in its default mode, then by the hashes that the how-to configures, twice.
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { Client, cacheExchange, fetchExchange } from "@urql/core";

const [frontend, url] = process.argv.slice(2);
const requests = [];
const fetched = globalThis.fetch;
globalThis.fetch = async (address, options) => {
  const response = await fetched(address, options);
  const { searchParams } = new URL(address);
  const { query, extensions } = JSON.parse(options.body ?? JSON.stringify({
    query: searchParams.get("query") ?? undefined,
    extensions: JSON.parse(searchParams.get("extensions")) ?? undefined,
  }));
  requests.push({
    method: options.method ?? "GET",
    whole: query !== undefined,
    hashed: extensions?.persistedQuery !== undefined,
    status: response.status,
  });
  return response;
};

// Without its possible types, Apollo's cache does not know that a Project is a Page.
const projectsOn = (type) => gql`
  query Projects($first: Int, $after: String) {
    projects(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...Teaser
        }
      }
    }
  }
  fragment Teaser on ${type} {
    title
    language {
      tag
    }
  }
`;
const wrong = gql`
  {
    projects(first: 101) {
      totalCount
    }
  }
`;

async function told(name, ask, type = "Page") {
  const projects = projectsOn(type);
  requests.length = 0;
  const first = await ask(projects, { first: 10 });
  const after = first.data.projects.pageInfo.endCursor;
  const second = await ask(projects, { first: 10, after });
  const titles = [first, second].flatMap(({ data }) =>
    data.projects.edges.map(({ node }) => node.title),
  );
  const { error } = await ask(wrong, {});
  const errors = (error?.graphQLErrors ?? error?.errors ?? []).map(({ extensions }) => extensions);
  return [name, { titles, errors, requests: [...requests] }];
}

const apollo = (client) => (query, variables) =>
  client.query({ query, variables, errorPolicy: "all" });
const urql = (client) => (query, variables) => client.query(query, variables).toPromise();
const ours = (name) => import(`${frontend}/${name}.js`);

const results = [
  await told(
    "apollo",
    apollo(new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() })),
    "Project",
  ),
  await told("apollo by hash", apollo((await ours("apollo")).client(url))),
  await told("apollo by hash again", apollo((await ours("apollo")).client(url))),
  await told("urql", urql(new Client({ url, exchanges: [cacheExchange, fetchExchange] }))),
  await told("urql by hash", urql((await ours("urql")).client(url))),
];
console.log(JSON.stringify(Object.fromEntries(results)));
