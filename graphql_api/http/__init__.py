"""How operations travel: GraphQL over HTTP, and GraphiQL for people."""
