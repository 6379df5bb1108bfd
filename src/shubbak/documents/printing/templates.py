"""Which papers can be printed: each name is a file `<name>.typ` beside this one."""

TEMPLATES = frozenset({"slip", "receipt", "permit"})
