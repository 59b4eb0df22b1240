import graphql from "@graphql-eslint/eslint-plugin";

export default [
  {
    files: ["**/schema.graphql"],
    plugins: { "@graphql-eslint": graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: `${import.meta.dirname}/schema.graphql` } },
    },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      ...graphql.configs["flat/schema-relay"].rules,
      // Inline lists are short and have no cursors, and connections give their nodes without edges
      // too. What has no identity, such as an entry of a sitemap, is no Node.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],
      // Feeds and search go forward alone.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
    },
  },
];
