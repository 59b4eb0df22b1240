"""Operations compiled: what is the same each time one is executed is found out once."""
