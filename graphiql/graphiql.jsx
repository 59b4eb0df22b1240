import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./graphiql.css";

import { explorerPlugin } from "@graphiql/plugin-explorer";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

import { examplesPlugin } from "./examples.jsx";

const examples = JSON.parse(document.getElementById("examples").textContent);
const fetcher = createGraphiQLFetcher({ url: location.pathname });
const examplesOffered = examplesPlugin(examples);

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[examplesOffered, explorerPlugin()]}
    visiblePlugin={examplesOffered}
    defaultQuery={examples[0]?.query}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>
      <a className="graphiql-logo-link" href="schema.graphql">
        Schema as a file
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
