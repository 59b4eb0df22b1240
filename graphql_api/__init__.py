"""How it is read: documents written on publishing, delivered over GraphQL."""
