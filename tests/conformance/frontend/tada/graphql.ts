import { initGraphQLTada } from "gql.tada";
import type { introspection } from "../generated/tada/graphql-env";
import type { RichTextDocument } from "../rich-text";

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    Date: string;
    DateTime: string;
    JSON: unknown;
    LocaleCode: string;
    RichTextDocument: RichTextDocument;
  };
}>();

export { readFragment } from "gql.tada";
export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";
