"""From YAML that a lawyer reads to the definition that the engine runs; every mistake keeps its file and line."""
