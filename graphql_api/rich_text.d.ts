/** A formatted text as a tree of nodes: the scalar `RichTextDocument`. */
export interface RichTextDocument {
  type: "root";
  children: RichTextBlock[];
}

export type RichTextBlock =
  | RichTextParagraph
  | RichTextHeading
  | RichTextList
  | RichTextBlockquote
  | RichTextImage;

export type RichTextInline = RichTextText | RichTextLink | RichTextLineBreak | RichTextImage;

export interface RichTextParagraph {
  type: "paragraph";
  children: RichTextInline[];
}

export interface RichTextHeading {
  type: "heading";
  level: number;
  children: RichTextInline[];
}

/** HTML's ol if ordered, else ul. */
export interface RichTextList {
  type: "list";
  ordered: boolean;
  children: RichTextListItem[];
}

export interface RichTextListItem {
  type: "listItem";
  children: (RichTextInline | RichTextBlock)[];
}

export interface RichTextBlockquote {
  type: "blockquote";
  children: (RichTextInline | RichTextBlock)[];
}

/** Where it leads to nothing that can be read, it is broken and has no address. */
export interface RichTextLink {
  type: "link";
  kind: "PAGE" | "DOCUMENT" | "URL";
  href: string | null;
  broken: boolean;
  /** BCP 47 tag of what it leads to, where it is known. */
  language?: string | null;
  children: RichTextInline[];
}

export type RichTextMark =
  | "bold"
  | "code"
  | "italic"
  | "strikethrough"
  | "subscript"
  | "superscript";

export interface RichTextText {
  type: "text";
  text: string;
  marks: RichTextMark[];
}

export interface RichTextLineBreak {
  type: "lineBreak";
}

export interface RichTextImage {
  type: "image";
  src: string | null;
  alt: string;
  width: number;
  height: number;
}
