import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./graphiql.css";

import { explorerPlugin } from "@graphiql/plugin-explorer";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

import { Examples } from "./examples.jsx";

const examples = JSON.parse(document.getElementById("examples").textContent);
const fetcher = createGraphiQLFetcher({ url: location.pathname });
const plugins = [explorerPlugin()];

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    defaultQuery={examples[0].query}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <Examples examples={examples} />
      <a className="schema-file" href="schema.graphql">
        Schema as a file
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
