import type { CodegenConfig } from "@graphql-codegen/cli";

export default {
  schema: "../schema.graphql",
  documents: ["../operations/*.graphql"],
  generates: {
    "../generated/codegen/": {
      preset: "client",
      config: {
        strictScalars: true,
        useTypeImports: true,
        scalars: {
          Date: "string",
          DateTime: "string",
          JSON: "unknown",
          LocaleCode: "string",
          RichTextDocument: "../../rich-text#RichTextDocument",
        },
      },
    },
  },
} satisfies CodegenConfig;
