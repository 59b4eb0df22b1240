"""Operations made ready: parsed, measured and validated once, then kept at hand."""
